package sc.fiji.cavga.compute.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.cavga.compute.ForkedJava;
import sc.fiji.cavga.compute.machine.GraphicsCard;
import sc.fiji.cavga.compute.machine.StandInCard;

/** The trial of a card, with children that stand in for one that computes on it. */
class CardCheckTest {

  private static final GraphicsCard CARD = StandInCard.withDriver("535.183.01");
  private static final long LONG = 60_000;

  @TempDir private Path folder;

  private static StepChild child(String what, long milliseconds) {
    return new StepChild(
        new ClassPath(String.join(File.pathSeparator, ForkedJava.classPath())),
        StandInProcess.class,
        List.of("-D" + StandInProcess.PROPERTY + "=" + what, "-XX:TieredStopAtLevel=1"),
        milliseconds);
  }

  private CardCheck check(String what, String software) {
    return new CardCheck(
        child(what, what.equals("hangs") ? 300 : LONG),
        new CheckMemory(folder.resolve("user's")),
        software);
  }

  private String failure(String what) {
    CheckOutcome outcome = check(what, "1").of(CARD);
    assertFalse(outcome.isPassed());
    return outcome.reason(CARD.name());
  }

  @Test
  void aCardThatComputesAsTheCpuPasses() {
    CheckOutcome outcome = check("right", "1").of(CARD);
    assertTrue(outcome.isPassed(), outcome.toString());
    assertEquals("one training step on it gave the numbers of the CPU", outcome.reason("card"));
    assertTrue(check("nearly right", "2").of(CARD).isPassed());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wrong|its numbers are not those of the CPU (shallow.loss: 0.8024988 instead of 0.7024988)",
        "not finite|its numbers are not those of the CPU (deep.loss: NaN instead of 0.9",
        "less|its numbers are not those of the CPU (deep.loss: nothing instead of 0.9",
        "on the CPU|ND4J's library for cards did not start",
        "rubbish|its result could not be read",
        "nothing|its process wrote no result",
        "dies|its process ended with code 134: # A fatal error has been detected by the Java",
        "hangs|it was not done after 1 seconds"
      })
  void anyOtherCardFailsInOneSentence(String what, String why) {
    String reason = failure(what);
    String start = "the trial of one training step on the RTX 3090 failed: " + why;
    assertTrue(reason.startsWith(start), reason);
    assertEquals(1, reason.lines().count(), reason);
  }

  /** The child that would fail is not started. */
  @Test
  void isDoneOnceForACardItsDriverAndTheSoftware() {
    assertTrue(check("right", "1").of(CARD).isPassed());
    assertTrue(check("dies", "1").of(CARD).isPassed());
    assertFalse(check("dies", "2").of(CARD).isPassed());
    assertFalse(check("dies", "1").of(StandInCard.withDriver("545.23")).isPassed());
    assertFalse(check("right", "2").of(CARD).isPassed(), "a failure is remembered too");
  }

  @Test
  void aDamagedMemoryIsNoMemory() throws Exception {
    assertTrue(check("right", "1").of(CARD).isPassed());
    Path file = folder.resolve("user's").resolve("card-checks.properties");
    Files.writeString(file, "\\u00zz");
    assertFalse(check("nothing", "1").of(CARD).isPassed());
    Files.writeString(file, Files.readString(file).replace("failed", "perhaps"));
    assertTrue(check("right", "1").of(CARD).isPassed());
  }

  /** Where no folder can be made, nothing is remembered and nothing fails. */
  @Test
  void goesOnWithoutAFolder() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    CardCheck check = new CardCheck(child("right", LONG), new CheckMemory(file), "1");
    assertTrue(check.of(CARD).isPassed());
  }

  @Test
  void theReportSaysWhatFailed() throws Exception {
    CheckReport passed = new CheckReport(true, child("right", LONG));
    assertTrue(passed.isPassed());
    assertTrue(passed.text().contains("Computed on  CUDA"), passed.text());
    assertTrue(passed.text().contains("0.0e+00  deep.loss"), passed.text());
    CheckReport failed = new CheckReport(true, child("wrong", LONG));
    assertFalse(failed.isPassed());
    assertTrue(failed.text().contains("tiny networks failed: its numbers"), failed.text());
    assertTrue(failed.text().contains("1.4e-01  shallow.loss"), failed.text());
    CheckReport died = new CheckReport(true, child("dies", LONG));
    assertTrue(died.text().contains("ended with code 134"), died.text());
  }
}
