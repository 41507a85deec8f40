package sc.fiji.cavga.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.cli.error.ExitCode;

class LocalizeCommandTest {

  @TempDir static Path shared;

  private static Path model;

  @TempDir Path folder;

  @BeforeAll
  static void train() throws Exception {
    model = TinyTraining.model(shared);
  }

  private Ran localize(Path input, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "localize",
                "--model",
                model.toString(),
                "--input",
                input.toString(),
                "--output",
                folder.resolve("out").toString()));
    arguments.addAll(List.of(more));
    return Ran.with(arguments.toArray(new String[0]));
  }

  @Test
  void writesTablesMapsAndOverlays() throws Exception {
    Ran ran = localize(shared.resolve("data/test/abnormal"));
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertTrue(ran.out().startsWith("Localized 3 pictures, "), ran.out());
    Path out = folder.resolve("out");
    assertEquals(4, Files.readAllLines(out.resolve("results.csv")).size());
    assertTrue(Files.exists(out.resolve("maps/a1.tif")));
    assertTrue(Files.exists(out.resolve("overlays/a1.png")));
    Ran again = localize(shared.resolve("data/test/abnormal"));
    assertEquals(ExitCode.DONE, again.code(), again.err());
    assertTrue(again.out().contains("3 were done before"), again.out());
  }

  @Test
  void writesOnlyWhatIsAskedFor() throws Exception {
    Ran ran =
        localize(
            shared.resolve("data/test/abnormal/a0.png"),
            "--no-maps",
            "--no-overlays",
            "--no-rois",
            "--map",
            "attention",
            "--smallest-region",
            "0");
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertTrue(ran.out().startsWith("Localized 1 picture, "), ran.out());
    assertFalse(Files.exists(folder.resolve("out/maps")));
    assertFalse(Files.exists(folder.resolve("out/overlays")));
  }

  @Test
  void goesOnAfterABadPictureUnlessToldToStop() throws Exception {
    Path in = folder.resolve("in");
    DrawnPictures.text(in.resolve("1.jpg"));
    DrawnPictures.retina(in.resolve("2.png"), 7, false);
    Files.write(in.resolve("3.heic"), new byte[] {0, 0, 0, 24, 'f', 't', 'y', 'p', 'h', 'e', 'i'});
    Ran ran = localize(in);
    assertEquals(ExitCode.SOME_FAILED, ran.code(), ran.err());
    assertTrue(ran.out().contains("Localized 1 picture, "), ran.out());
    assertTrue(ran.out().contains("1 failed"), ran.out());
    assertTrue(ran.out().contains("Passed over: 1 HEIC picture"), ran.out());
    Ran stopped = localize(in, "--overwrite", "--stop-on-error");
    assertEquals(ExitCode.FAILED, stopped.code(), stopped.err());
    assertTrue(stopped.out().contains("Localized 0 pictures"), stopped.out());
  }

  @Test
  void wrongUseIsSaid() {
    Ran map = localize(folder, "--map", "heat");
    assertEquals(ExitCode.WRONG_USE, map.code());
    assertTrue(map.err().contains("--map"), map.err());
    Ran area = localize(folder, "--smallest-region", "-1");
    assertEquals(ExitCode.WRONG_USE, area.code());
    assertTrue(area.err().startsWith("--smallest-region must be 0 or more"), area.err());
  }
}
