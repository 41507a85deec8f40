package sc.fiji.cavga.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.cli.error.ExitCode;

class ExportPackageTest {

  @TempDir Path folder;

  private Ran export(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "export",
                "--model",
                "healthy-fundus",
                "--no-check",
                "--output",
                "" + folder.resolve("m.onnx")));
    arguments.addAll(List.of(more));
    return Ran.with(arguments.toArray(new String[0]));
  }

  @Test
  void aPackageLiesBesideTheModel() {
    String[] asked = {"--bioimageio", "--author", "A", "--author", "B", "--license", "MIT"};
    Ran ran = export(asked);
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertTrue(ran.out().contains("m.bioimageio.zip"), ran.out());
    assertTrue(Files.exists(folder.resolve("m.bioimageio.zip")));
    assertEquals(ExitCode.FAILED, export(asked).code(), "nothing is replaced unasked");
  }

  @Test
  void withoutRightsNothingIsWritten() {
    for (String[] wrong :
        new String[][] {
          {"give an author", "--bioimageio"},
          {"give as the license", "--bioimageio", "--author", "A"},
          {"give an author", "--bioimageio", "--license", "MIT"},
          {"are for a package", "--author", "A", "--license", "MIT"}
        }) {
      Ran ran = export(Arrays.copyOfRange(wrong, 1, wrong.length));
      assertEquals(ExitCode.FAILED, ran.code(), ran.out());
      assertTrue(ran.err().contains(wrong[0]), ran.err());
    }
    assertFalse(Files.exists(folder.resolve("m.onnx")));
  }

  /** It asked for an author first, and refused then. */
  @Test
  void whatHasNoPackageSaysSoAtOnce() {
    Ran ran = export("--method", "disc", "--bioimageio");
    assertEquals(ExitCode.FAILED, ran.code(), ran.out());
    assertTrue(ran.err().contains("leave bioimageio out"), ran.err());
  }
}
