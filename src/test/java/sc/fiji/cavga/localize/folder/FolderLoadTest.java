package sc.fiji.cavga.localize.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.faults.ChildJava;

/**
 * A folder of many pictures within a gigabyte of heap, which is all there from the beginning; with
 * the simpler of Java's compilers, whose own memory is small.
 */
@Tag("faults")
class FolderLoadTest {

  private static final int PICTURES = Integer.getInteger("cavga.pictures", 60);
  private static final int DIFFERENT = 20;
  private static final int PER_FOLDER = 500;

  /** What a picture may leave in Java's heap, in bytes: its name and its row. */
  private static final int PER_PICTURE = 2 << 10;

  /** What classes that are loaded late may take of it, in bytes. */
  private static final int SLACK = 1 << 20;

  /** What the process may come to hold beside its heap; tensors are given back or used again. */
  private static final int RESIDENT_KILOBYTES = 32 << 10;

  @TempDir Path folder;

  @Test
  void everyPictureIsARowAndMemoryStays() throws Exception {
    for (int i = 0; i < PICTURES; i++) {
      Path file = folder.resolve("in/" + i / PER_FOLDER + "/" + i + ".png");
      Files.createDirectories(file.getParent());
      Path drawn = folder.resolve("drawn/" + i % DIFFERENT + ".png");
      if (!Files.exists(drawn)) Photographs.write(drawn, 160, 120, 5 * i, 20);
      Files.copy(drawn, file);
    }
    ChildJava child =
        new ChildJava(
            folder.resolve("log"),
            List.of("-Xmx1g", "-Xms1g", "-XX:+AlwaysPreTouch", "-XX:TieredStopAtLevel=1"),
            FolderProcess.class,
            folder.resolve("in").toString(),
            folder.resolve("out").toString());
    child.run();
    assertTrue(child.printed().contains(PICTURES + " done, 0 failed"), child.printed());
    assertEquals(PICTURES + 1, Files.readAllLines(folder.resolve("out/results.csv")).size());
    try (Stream<Path> maps = Files.walk(folder.resolve("out/maps"))) {
      assertEquals(PICTURES, maps.filter(Files::isRegularFile).count());
    }
    Files.writeString(Path.of("target", "folder-load.txt"), child.printed());
    List<String[]> held =
        child
            .printed()
            .lines()
            .filter(line -> line.contains(" pictures "))
            .map(line -> line.split(" "))
            .collect(Collectors.toList());
    assertEquals(11, held.size(), child.printed());
    // From the first tenth, when all classes are loaded, to the end.
    int pictures = PICTURES - PICTURES / 10;
    assertTrue(growth(held, 2) << 10 < SLACK + PER_PICTURE * pictures, child.printed());
    assertTrue(growth(held, 3) < RESIDENT_KILOBYTES, child.printed());
  }

  private static int growth(List<String[]> held, int column) {
    return Integer.parseInt(held.get(10)[column]) - Integer.parseInt(held.get(1)[column]);
  }
}
