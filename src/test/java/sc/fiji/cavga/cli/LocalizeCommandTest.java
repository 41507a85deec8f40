package sc.fiji.cavga.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
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

  /** A page is neither normal nor anomalous, unless somebody wants it to be. */
  @Test
  void whatIsNoEyeIsNotJudgedUnlessToldTo() throws Exception {
    ColorProcessor page = new ColorProcessor(80, 60);
    page.setColor(0xffffff);
    page.fill();
    Path in = Files.createDirectories(folder.resolve("in"));
    new FileSaver(new ImagePlus("", page)).saveAsPng(in.resolve("page.png").toString());
    Ran ran = localize(in);
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertTrue(
        ran.out().contains("Localized 1 picture, 0 of them anomalous, 1 not judged"), ran.out());
    List<String> lines = Files.readAllLines(folder.resolve("out/results.csv"));
    assertTrue(lines.get(0).contains(",status,message,judged,warning"), lines.get(0));
    assertEquals("", lines.get(1).split(",")[3], lines.get(1));
    assertTrue(lines.get(1).contains(",ok,,false,\"It is no fundus photograph"), lines.get(1));
    Ran anyway = localize(in, "--judge-anyway", "--overwrite");
    assertFalse(anyway.out().contains("not judged"), anyway.out());
    lines = Files.readAllLines(folder.resolve("out/results.csv"));
    assertFalse(lines.get(1).split(",")[3].isEmpty(), lines.get(1));
    assertTrue(lines.get(1).contains(",ok,,true,\"It is no fundus photograph"), lines.get(1));
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
    assertTrue(stopped.out().contains("It stopped at a picture that failed"), stopped.out());
  }

  /** Tables that are put together later still say what each row was judged by. */
  @Test
  void eachRowNamesTheModelAndItsThresholdAlsoThatOfAFailedPicture() throws Exception {
    Path in = folder.resolve("in");
    DrawnPictures.text(in.resolve("1.jpg"));
    DrawnPictures.retina(in.resolve("2.png"), 7, false);
    localize(in);
    List<String> lines = Files.readAllLines(folder.resolve("out/results.csv"));
    assertTrue(lines.get(0).endsWith(",model,model_fingerprint"), lines.get(0));
    String[] failed = lines.get(1).split(",", -1);
    String[] done = lines.get(2).split(",", -1);
    assertTrue(lines.get(1).contains(",failed,"), lines.get(1));
    assertEquals(done[2], failed[2]);
    assertFalse(failed[2].isEmpty(), lines.get(1));
    assertEquals("healthy.cavga", done[done.length - 2]);
    assertEquals("healthy.cavga", failed[failed.length - 2]);
    assertTrue(done[done.length - 1].matches("[0-9a-f]{64}"), lines.get(2));
    assertEquals(done[done.length - 1], failed[failed.length - 1]);

    Path renamed = Files.copy(model, folder.resolve("other.cavga"));
    Ran again =
        Ran.with(
            ("localize --overwrite --model " + renamed + " --input " + in + " --output ")
                .concat(folder.resolve("out").toString())
                .split(" "));
    assertEquals(ExitCode.SOME_FAILED, again.code(), again.err());
    String[] other = Files.readAllLines(folder.resolve("out/results.csv")).get(2).split(",", -1);
    assertEquals("other.cavga", other[other.length - 2]);
    assertEquals(done[done.length - 1], other[other.length - 1]);
  }

  @Test
  void wrongUseIsSaid() {
    Ran map = localize(folder, "--map", "heat");
    assertEquals(ExitCode.WRONG_USE, map.code());
    assertTrue(map.err().contains("--map"), map.err());
    String[] comma = {
      "localize", "--model", "m", "--input", "i", "--output", "o", "--smallest-region", "0,5"
    };
    assertEquals(
        0.5,
        Main.line().parseArgs(comma).subcommand().matchedOptionValue("--smallest-region", 0.0));
    Ran area = localize(folder, "--smallest-region", "-1");
    assertEquals(ExitCode.WRONG_USE, area.code());
    assertTrue(area.err().startsWith("--smallest-region must be 0 or more"), area.err());
  }
}
