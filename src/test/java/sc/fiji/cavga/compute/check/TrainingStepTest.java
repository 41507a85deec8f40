package sc.fiji.cavga.compute.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The numbers in the jar are those that the CPU computes now. {@code mvn test
 * -Dtest=TrainingStepTest -Dcavga.test.write=true} writes them anew, for networks that have changed
 * on purpose.
 */
class TrainingStepTest {

  /** Other processors end in other last bits; a card may differ ten times as much. */
  private static final double SAME = StepNumbers.TOLERANCE / 10;

  private static final Path JAR =
      Path.of("src", "main", "resources", "sc", "fiji", "cavga", "compute", "check");

  @Test
  void theJarHoldsWhatTheCpuComputes() throws Exception {
    StepNumbers now = StepProcess.compute();
    if (Boolean.getBoolean("cavga.test.write")) {
      now.write(JAR.resolve("training-step.txt"));
      return;
    }
    StepNumbers expected = StepNumbers.expected();
    assertEquals("CPU", now.backend());
    assertEquals("CPU", expected.backend());
    Map<String, Double> differences = now.differences(expected);
    assertEquals(differences.keySet(), expected.differences(now).keySet());
    assertTrue(differences.keySet().size() > 60, differences.toString());
    differences.forEach((name, share) -> assertTrue(share < SAME, name + " differs by " + share));
  }
}
