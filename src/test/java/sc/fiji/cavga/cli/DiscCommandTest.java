package sc.fiji.cavga.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.method.disc.outline.DiscOutliner;

class DiscCommandTest {

  @TempDir Path folder;

  private Ran disc(Path input, String... more) {
    List<String> arguments = new ArrayList<>(List.of("disc", "--input", input.toString()));
    arguments.addAll(List.of("--output", folder.resolve("out").toString()));
    arguments.addAll(List.of(more));
    return Ran.with(arguments.toArray(new String[0]));
  }

  private static void assumeNetworks() {
    assumeTrue(
        DiscOutliner.class.getClassLoader().getResource("models/optic-disc.safetensors") != null,
        "The networks for the optic disc are not in this build.");
  }

  @Test
  void goesOnAfterABadPictureUnlessToldToStop() throws Exception {
    assumeNetworks();
    Path in = folder.resolve("in");
    DrawnPictures.text(in.resolve("1.jpg"));
    DrawnPictures.retina(in.resolve("2.png"), 7, false);
    Ran ran = disc(in, "--no-overlays", "--eye-side", "left");
    assertEquals(ExitCode.SOME_FAILED, ran.code(), ran.err());
    assertTrue(ran.out().contains("1 failed"), ran.out());
    assertTrue(ran.err().contains("1.jpg"), ran.err());
    assertEquals(3, Files.readAllLines(folder.resolve("out/results.csv")).size());
    assertFalse(Files.exists(folder.resolve("out/overlays")));
    Ran stopped = disc(in, "--overwrite", "--stop-on-error");
    assertEquals(ExitCode.FAILED, stopped.code(), stopped.err());
    assertTrue(stopped.out().contains("It stopped at a picture that failed"), stopped.out());
  }

  @Test
  void wrongUseIsSaid() {
    Ran side = disc(folder, "--eye-side", "up");
    assertEquals(ExitCode.WRONG_USE, side.code());
    assertTrue(side.err().contains("--eye-side"), side.err());
    assertEquals(ExitCode.WRONG_USE, Ran.with("disc", "--output", folder.toString()).code());
  }

  @Test
  void anInputThatIsNotThereFailsTheRun() {
    Ran missing = disc(folder.resolve("nowhere"));
    assertEquals(ExitCode.FAILED, missing.code(), missing.err());
    assertEquals(1, missing.err().trim().split("\n").length, missing.err());
  }
}
