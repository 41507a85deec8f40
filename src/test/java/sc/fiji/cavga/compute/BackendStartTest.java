package sc.fiji.cavga.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.compute.check.CheckOutcome;
import sc.fiji.cavga.compute.machine.CudaVerdict;
import sc.fiji.cavga.compute.machine.StandInCard;

class BackendStartTest {

  @TempDir Path folder;

  private static boolean isNative(String entry) {
    return new File(entry).getName().matches("nd4j-native-[0-9].*-(linux|windows|macosx)-.*");
  }

  private static boolean isLog(String entry) {
    return new File(entry).getName().startsWith("slf4j-nop");
  }

  private String written(ForkedJava process, Path report) throws Exception {
    assertEquals(0, process.exitCode(), process.console());
    assertEquals("", process.console());
    return Files.readString(report);
  }

  @Test
  void startsWithoutAWordEvenWithoutALog() throws Exception {
    Path report = folder.resolve("report");
    ForkedJava process =
        ForkedJava.run(entry -> !isLog(entry), StartedElsewhere.class, report.toString());
    String text = written(process, report);
    assertTrue(text.startsWith("CAVGA computes on the CPU"), text);
    assertTrue(text.endsWith("Gradient 6.0"), text);
  }

  @Test
  void startsFromAClassLoaderThatTheThreadDoesNotKnow() throws Exception {
    Path report = folder.resolve("report");
    ForkedJava process =
        ForkedJava.run(
            entry -> new File(entry).isDirectory(),
            InItsOwnClassLoader.class,
            String.join(File.pathSeparator, ForkedJava.classPath()),
            StartedElsewhere.class.getName(),
            report.toString());
    String text = written(process, report);
    assertTrue(text.endsWith("Gradient 6.0"), text);
  }

  @Test
  void anotherWordForTheDeviceIsRefused() {
    assertTrue(BackendStart.asksForCard("auto"));
    assertFalse(BackendStart.asksForCard("cpu"));
    for (String slip : new String[] {"CPU", "gpu", ""})
      assertTrue(
          assertThrows(ComputeUnavailableException.class, () -> BackendStart.asksForCard(slip))
              .getMessage()
              .contains("must be cpu or auto, not " + slip));
  }

  @Test
  void saysWhatIsMissingEachTime() throws Exception {
    Path report = folder.resolve("report");
    ForkedJava process =
        ForkedJava.run(entry -> !isNative(entry), StartedElsewhere.class, report.toString());
    String text = written(process, report);
    assertTrue(text.startsWith("The ND4J library for "), text);
    assertTrue(text.contains("found: none"), text);
    assertTrue(text.contains(System.getProperty("os.arch")), text);
    assertTrue(text.contains("mvn package"), text);
  }

  @Test
  void aCardThatPassedItsTrialComputes() {
    CudaVerdict verdict =
        BackendStart.tried(StandInCard.usable(), card -> CheckOutcome.parse("passed"));
    assertTrue(verdict.isUsable());
    assertEquals(
        "its compute capability is 8.6 and one training step on it gave the numbers of the CPU",
        verdict.reason());
  }

  @Test
  void aCardThatFailedItsTrialLeavesTheWorkToTheCpu() {
    CudaVerdict verdict =
        BackendStart.tried(StandInCard.usable(), card -> CheckOutcome.parse("failed: it burned"));
    assertFalse(verdict.isUsable());
    assertEquals(
        "the trial of one training step on the RTX 3090 failed: it burned", verdict.reason());
    assertEquals("24576 MiB", verdict.card().orElseThrow().properties().get("Card memory"));
  }

  @Test
  void whereNoCardCanBeUsedNoneIsTried() {
    CudaVerdict refused = StandInCard.usable().refused("it is too hot");
    assertSame(refused, BackendStart.tried(refused, card -> CheckOutcome.parse("passed")));
  }
}
