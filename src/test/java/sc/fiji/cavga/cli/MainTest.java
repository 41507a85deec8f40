package sc.fiji.cavga.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.compute.ComputeBackend;

class MainTest {

  @Test
  void helpNamesTheCommandsAndExitCodes() {
    Ran ran = Ran.with("--help");
    assertEquals(ExitCode.DONE, ran.code());
    assertTrue(ran.out().contains("cavga"), ran.out());
    assertTrue(ran.out().contains("  device"), ran.out());
    assertTrue(ran.out().contains("not a medical device"), ran.out());
    assertTrue(ran.out().contains("some inputs failed, the rest is written"), ran.out());
    assertFalse(
        ran.out().contains("\n  sample "), "the command for developers is shown: " + ran.out());
    assertEquals("", ran.err());
  }

  @Test
  void versionNamesProgramJavaAndSystem() {
    Ran ran = Ran.with("--version");
    assertEquals(ExitCode.DONE, ran.code());
    assertTrue(ran.out().startsWith("CAVGA for Fiji"), ran.out());
    assertTrue(ran.out().contains("Java " + System.getProperty("java.version")), ran.out());
  }

  @Test
  void everyCommandHasHelp() {
    Ran ran = Ran.with("device", "--help");
    assertEquals(ExitCode.DONE, ran.code());
    assertTrue(ran.out().contains("--threads=N"), ran.out());
    assertTrue(ran.out().contains("--verbose"), ran.out());
  }

  /** A command alone, which is made faster, is the same as among the others. */
  @Test
  void onlyTheNamedCommandIsMade() {
    Map<String, CommandLine> all = Main.line().getSubcommands();
    for (String name : all.keySet()) {
      Map<String, CommandLine> alone = Main.lineFor("--verbose", name, "device").getSubcommands();
      boolean looksAtAll = Set.of("rehearse", "reference").contains(name);
      assertEquals(looksAtAll ? all.keySet() : Set.of(name), alone.keySet());
      assertEquals(options(all.get(name)), options(alone.get(name)));
    }
    assertEquals(all.keySet(), Main.lineFor("--help").getSubcommands().keySet());
    assertEquals(all.keySet(), Main.lineFor("devise").getSubcommands().keySet());
  }

  private static Set<String> options(CommandLine command) {
    return command.getCommandSpec().options().stream()
        .map(option -> option.longestName() + " " + String.join(" ", option.description()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void noCommandIsWrongUse() {
    Ran ran = Ran.with();
    assertEquals(ExitCode.WRONG_USE, ran.code());
    assertEquals("Name a command.\nSee 'cavga --help'.\n", ran.err());
    assertEquals("", ran.out());
  }

  @Test
  void unknownCommandAndOptionAreWrongUse() {
    Ran command = Ran.with("devise");
    assertEquals(ExitCode.WRONG_USE, command.code());
    assertTrue(command.err().contains("'devise'"), command.err());
    assertTrue(command.err().contains("cavga device"), command.err());
    Ran option = Ran.with("device", "--thread", "2");
    assertEquals(ExitCode.WRONG_USE, option.code());
    assertTrue(option.err().endsWith("See 'cavga device --help'.\n"), option.err());
  }

  @Test
  void optionsOfEarlierVersionsSayWhatIsUsedInstead() {
    for (String option : List.of("--guidance painted", "--guidance=none", "--guidance-weight 10")) {
      String[] arguments = ("train --dataset d --model m.cavga " + option).split(" ");
      Ran ran = Ran.with(arguments);
      assertEquals(ExitCode.WRONG_USE, ran.code());
      assertEquals(
          option.split("[ =]")[0]
              + " is gone: the default method learns from synthetic anomalies without it; leave it"
              + " out.\nSee 'cavga train --help'.\n",
          ran.err());
    }
  }

  @Test
  void deviceSaysWhatComputes() {
    Ran ran = Ran.with("device");
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertTrue(ran.out().startsWith("CAVGA computes on the "), ran.out());
    assertTrue(ran.out().contains("ND4J         1.0.0-M2.1"), ran.out());
    assertTrue(
        ran.out().matches("(?s).*Convolution +\\d+\\.\\d ms \\(\\d+ GFLOP/s\\)\n"), ran.out());
    assertEquals("", ran.err());
  }

  /** In a process of its own, with resident arrays; what it says can be sent on. */
  @Test
  void theSelfTestOfADevicePasses() {
    Ran ran = Ran.with("device", "--self-test");
    assertEquals(ExitCode.DONE, ran.code(), ran.err() + ran.out());
    assertTrue(
        ran.out().startsWith("CAVGA self-test: one training step of tiny networks passed\n"),
        ran.out());
    assertTrue(ran.out().contains("\nComputed on  CPU, resident arrays\n"), ran.out());
    assertTrue(ran.out().contains("  deep.logit.bias.gradient\n"), ran.out());
  }

  @Test
  void deviceUsesTheThreadsThatAreAskedFor() {
    // The next tests of this process get their threads back: a training's last bits hang on them.
    int before = ComputeBackend.start().threads();
    try {
      Ran ran = Ran.with("device", "--threads", "1");
      assertTrue(ran.out().contains("Threads      1 (processors: "), ran.out());
    } finally {
      ComputeBackend.start().useThreads(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1025", "99999"})
  void threadsThatNoMachineHasAreWrongUse(String threads) {
    Ran ran = Ran.with("device", "--threads", threads);
    assertEquals(ExitCode.WRONG_USE, ran.code());
    assertEquals(
        "--threads must be 1 to 1024, not " + threads + ".\nSee 'cavga device --help'.\n",
        ran.err());
  }

  /** As an unset variable of a script gives it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "localize --input | --output x",
        "localize --input x --output |",
        "disc --input x --output |",
        "train --normal | --model x.cavga",
        "train --normal x --model |",
        "evaluate --model | --dataset x --output x",
        "recalibrate --model x.cavga --output |",
        "export --model x.cavga --output |"
      })
  void anEmptyPathIsNotTheWorkingFolder(String line) {
    Ran ran =
        Ran.with(
            Arrays.stream(line.split(" ")).map(w -> w.replace("|", "")).toArray(String[]::new));
    assertEquals(ExitCode.WRONG_USE, ran.code(), ran.err());
    assertTrue(ran.err().contains("is empty"), ran.err());
  }

  @Test
  void theSampleGoesIntoAnEmptyFolder(@TempDir Path folder) throws Exception {
    Path picture = Files.createDirectories(folder.resolve("train/normal")).resolve("normal_01.jpg");
    Files.writeString(picture, "an eye");
    Ran ran = Ran.with("sample", "--output", folder.toString());
    assertEquals(ExitCode.FAILED, ran.code());
    assertTrue(ran.err().contains("is not empty; choose another"), ran.err());
    assertEquals("an eye", Files.readString(picture));
  }

  @Test
  void errorsAreASentenceAndATraceOnlyWhenAskedFor(@TempDir Path folder) throws Exception {
    Path file = Files.createFile(folder.resolve("taken"));
    Ran quiet = Ran.with("sample", "--output", file.toString());
    assertEquals(ExitCode.FAILED, quiet.code());
    assertEquals(1, quiet.err().lines().count(), quiet.err());
    assertTrue(quiet.err().contains(file.toString()), quiet.err());
    Ran verbose = Ran.with("sample", "--verbose", "--output", file.toString());
    assertEquals(ExitCode.FAILED, verbose.code());
    assertTrue(verbose.err().contains("\tat "), verbose.err());
    assertTrue(verbose.err().startsWith(quiet.err()), verbose.err());
  }
}
