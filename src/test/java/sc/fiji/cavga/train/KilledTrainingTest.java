package sc.fiji.cavga.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.faults.ChildJava;
import sc.fiji.cavga.model.ModelFile;

/** Trainings that are killed at moments that nobody chose. */
@Tag("faults")
class KilledTrainingTest {

  private static final int KILLS = Integer.getInteger("cavga.kills", 1);

  private static final int EPOCHS = 40;

  @TempDir Path folder;

  private ChildJava training(Path target) {
    return new ChildJava(
        folder.resolve("log"),
        List.of(),
        TrainingProcess.class,
        target.toString(),
        String.valueOf(EPOCHS));
  }

  /** Killed, resumed, killed again ... to the end, and begun anew when it came to its end. */
  @Test
  void killedTrainingsLeaveWholeFilesAndEndInTheSameBits() throws Exception {
    Path whole = Files.createDirectory(folder.resolve("whole")).resolve("m.cavga");
    long start = System.nanoTime();
    training(whole).run();
    int milliseconds = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);

    Path killed = Files.createDirectory(folder.resolve("killed")).resolve("m.cavga");
    Random random = new Random(7);
    int kills = 0;
    while (kills < KILLS) {
      ChildJava training = training(killed);
      Process process = training.start();
      // Half of the time it starts, and nothing is written yet.
      int delay = milliseconds / 3 + random.nextInt(milliseconds);
      if (process.waitFor(delay, TimeUnit.MILLISECONDS)) {
        assertEquals(0, process.exitValue(), training.printed());
        sameModels(whole, killed);
        for (Path file : models(killed.getParent())) Files.delete(file);
      } else {
        process.destroyForcibly().waitFor();
        kills++;
        requireWhole(killed.getParent());
      }
    }
    training(killed).run();
    sameModels(whole, killed);
  }

  private static void requireWhole(Path folder) throws IOException {
    for (Path file : models(folder)) {
      ModelFile.read(file);
      if (file.toString().endsWith(".checkpoint.cavga"))
        assertEquals(TrainingProcess.config(EPOCHS), Checkpoint.read(file).config());
    }
  }

  private static List<Path> models(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".cavga")).collect(Collectors.toList());
    }
  }

  private static void sameModels(Path expected, Path actual) throws IOException {
    for (Path file : models(expected.getParent()))
      assertArrayEquals(
          Files.readAllBytes(file),
          Files.readAllBytes(actual.resolveSibling(file.getFileName())),
          file.toString());
    assertEquals(models(expected.getParent()).size(), models(actual.getParent()).size());
  }
}
