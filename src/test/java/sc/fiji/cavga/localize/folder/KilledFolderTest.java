package sc.fiji.cavga.localize.folder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.faults.ChildJava;

/** Folder runs that are killed at moments that nobody chose. */
@Tag("faults")
class KilledFolderTest {

  private static final int KILLS = Integer.getInteger("cavga.kills", 1);
  private static final int PICTURES = 40;

  @TempDir Path folder;

  @BeforeEach
  void draw() throws IOException {
    for (int i = 0; i < PICTURES; i++)
      Photographs.write(folder.resolve("in/" + i % 3 + "/" + i + ".png"), 120, 100, i % 60, 20);
  }

  private ChildJava run(String output) {
    return new ChildJava(
        folder.resolve("log"),
        List.of(),
        FolderProcess.class,
        folder.resolve("in").toString(),
        folder.resolve(output).toString());
  }

  /** Killed, started again, killed again ... and begun anew when it came to its end. */
  @Test
  void killedRunsLeaveWholeFilesAndEndInTheSameBits() throws Exception {
    long start = System.nanoTime();
    run("whole").run();
    int milliseconds = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    Random random = new Random(7);
    for (int kills = 0; kills < KILLS; ) {
      ChildJava run = run("killed");
      Process process = run.start();
      if (process.waitFor(milliseconds / 3 + random.nextInt(milliseconds), TimeUnit.MILLISECONDS)) {
        assertEquals(0, process.exitValue(), run.printed());
        requireSame(files("whole"), "killed");
        FolderRuns.delete(folder.resolve("killed"));
      } else {
        process.destroyForcibly().waitFor();
        kills++;
        if (Files.exists(folder.resolve("killed"))) requireSame(files("killed"), "killed");
      }
    }
    run("killed").run();
    requireSame(files("whole"), "killed");
    assertEquals(files("whole"), files("killed"));
    try (Stream<Path> left = Files.walk(folder.resolve("killed/maps"))) {
      assertTrue(left.noneMatch(file -> file.getFileName().toString().startsWith(".")));
    }
  }

  /** All results, and none of the files that belong to a run. */
  private List<String> files(String output) throws IOException {
    Path root = folder.resolve(output);
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(
              file -> !file.getFileName().toString().startsWith(".") && Files.isRegularFile(file))
          .map(file -> root.relativize(file).toString())
          .sorted()
          .collect(Collectors.toList());
    }
  }

  private void requireSame(List<String> names, String output) throws IOException {
    for (String name : names) {
      Path expected = folder.resolve("whole").resolve(name);
      Path actual = folder.resolve(output).resolve(name);
      if (name.endsWith(".csv"))
        assertTrue(rows(expected).containsAll(rows(actual)), () -> name + " of a killed run");
      else assertArrayEquals(Files.readAllBytes(expected), Files.readAllBytes(actual), name);
    }
  }

  /** Without the time that each picture took. */
  private static List<String> rows(Path table) throws IOException {
    return Files.readAllLines(table).stream()
        .map(row -> row.replaceAll(",\\d+\\.\\d+,(ok|failed),", ",,$1,"))
        .collect(Collectors.toList());
  }
}
