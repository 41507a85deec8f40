package sc.fiji.cavga.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.faults.ChildJava;

/**
 * Many trainings in one process, whose heap has its full size from the beginning, and whose code is
 * compiled by the simpler of Java's two compilers: the other one works for minutes, in tens of
 * megabytes of its own, at moments that nobody knows.
 */
@Tag("faults")
class TrainingLoadTest {

  private static final int TRAININGS = Integer.getInteger("cavga.trainings", 6);

  /**
   * What the trainings after the second may leave behind in Java's heap: what is measured there
   * moves by 700 without a trend, and the handles of one network would take 400 in each training.
   */
  private static final int HEAP_KILOBYTES = 1 << 10;

  /** Compiled code takes 5 MB; a network that is not given back would take 10 in each training. */
  private static final int RESIDENT_KILOBYTES = 10 << 10;

  @TempDir Path folder;

  @Test
  void memoryDoesNotGrowFromTrainingToTraining() throws Exception {
    ChildJava child =
        new ChildJava(
            folder.resolve("log"),
            List.of("-Xms256m", "-XX:+AlwaysPreTouch", "-XX:TieredStopAtLevel=1"),
            TrainingsProcess.class,
            folder.resolve("m.cavga").toString(),
            String.valueOf(TRAININGS));
    child.run();
    List<String[]> held =
        child.printed().lines().map(line -> line.split(" ")).collect(Collectors.toList());
    assertEquals(TRAININGS, held.size());
    Files.writeString(Path.of("target", "training-load.txt"), child.printed());
    assertTrue(growth(held, 0) < HEAP_KILOBYTES, child.printed());
    assertTrue(growth(held, 1) < RESIDENT_KILOBYTES, child.printed());
  }

  /** From the second training, which finds all classes loaded, to the last. */
  private static int growth(List<String[]> held, int column) {
    return Integer.parseInt(held.get(held.size() - 1)[column])
        - Integer.parseInt(held.get(1)[column]);
  }
}
