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

/** Many trainings in one process, whose heap has its full size from the beginning. */
@Tag("faults")
class TrainingLoadTest {

  private static final int TRAININGS = Integer.getInteger("cavga.trainings", 3);

  /** What compiled code and threads may still take after the second training. */
  private static final int MEGABYTES = 96;

  @TempDir Path folder;

  @Test
  void memoryDoesNotGrowFromTrainingToTraining() throws Exception {
    ChildJava child =
        new ChildJava(
            folder.resolve("log"),
            List.of("-Xms256m", "-XX:+AlwaysPreTouch"),
            TrainingsProcess.class,
            folder.resolve("m.cavga").toString(),
            String.valueOf(TRAININGS));
    child.run();
    List<Integer> held = child.printed().lines().map(Integer::valueOf).collect(Collectors.toList());
    assertEquals(TRAININGS, held.size());
    assertTrue(held.get(TRAININGS - 1) - held.get(1) < MEGABYTES, held::toString);
    Files.writeString(Path.of("target", "training-load.txt"), child.printed());
  }
}
