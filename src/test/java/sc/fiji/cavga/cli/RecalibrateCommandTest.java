package sc.fiji.cavga.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.examination.MapKind;

class RecalibrateCommandTest {

  @TempDir static Path shared;
  @TempDir Path folder;

  private static Path model;
  private static Path eyes;

  @BeforeAll
  static void train() throws Exception {
    model = TinyTraining.model(shared);
    eyes = shared.resolve("own");
    for (int i = 0; i < 20; i++)
      DrawnPictures.retina(eyes.resolve("e" + i + ".png"), 50 + i, false);
  }

  private Path target() {
    return folder.resolve("own.cavga");
  }

  private Ran recalibrate(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("recalibrate", "--model", "" + model, "--output", "" + target()));
    arguments.addAll(List.of(more));
    return Ran.with(arguments.toArray(new String[0]));
  }

  @Test
  void quantilesMayHaveADecimalComma() {
    Ran comma = recalibrate("--map-quantile", "0,97");
    assertEquals(ExitCode.DONE, comma.code(), comma.err());
    assertTrue(comma.out().contains("97 % of their pixels"), comma.out());
    assertEquals(recalibrate("--map-quantile", "0.97", "--overwrite").out(), comma.out());
  }

  @Test
  void eyesOfOnesOwnGiveAModelThatCanBeUsed() throws Exception {
    byte[] before = Files.readAllBytes(model);
    Ran ran = recalibrate("--normal", "" + eyes, "--steps", "2");
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    assertTrue(ran.out().startsWith("local: a picture is anomalous above a score of "), ran.out());
    assertTrue(ran.out().contains("95 % of 20 healthy eyes and 99 % of their pixels"), ran.out());
    assertFalse(ran.err().contains("Waiting for pictures"), ran.err());
    assertEquals(-1, Arrays.mismatch(before, Files.readAllBytes(model)));
    Path results = folder.resolve("results");
    Ran localized =
        Ran.with(
            "localize", "--model", "" + target(), "--input", "" + eyes, "--output", "" + results);
    assertEquals(ExitCode.DONE, localized.code(), localized.err());
    // Those of the gate, too, come from these eyes.
    assertTrue(ModelFile.read(target()).limits().isPresent());
    String table = Files.readString(results.resolve("results.csv"));
    assertEquals(21, table.lines().count());
    assertFalse(table.contains("healthy eyes that the model has learned from"), table);
  }

  @Test
  void aModelThatIsJudgedWithItsOwnEyesIsWarnedOf() throws Exception {
    assertEquals(ExitCode.DONE, recalibrate("--normal", "" + eyes, "--steps", "2").code());
    Path data = folder.resolve("data");
    for (int i = 0; i < 3; i++) {
      DrawnPictures.retina(data.resolve("test/normal/n" + i + ".png"), 50 + i, false);
      DrawnPictures.retina(data.resolve("test/abnormal/a" + i + ".png"), 90 + i, true);
    }
    Ran ran =
        Ran.with(
            "evaluate",
            "--model",
            "" + target(),
            "--dataset",
            "" + data,
            "--output",
            "" + folder.resolve("evaluated"));
    assertTrue((ran.out() + ran.err()).contains("3 of"), ran.out() + ran.err());
  }

  @Test
  void thresholdsAloneNeedNoPictures() throws Exception {
    Ran ran = recalibrate("--map-quantile", "0.999", "--score-quantile", "0.9");
    assertEquals(ExitCode.DONE, ran.code(), ran.err());
    TrainedModel written = ModelFile.read(target());
    assertEquals(0.999, written.calibration(MapKind.DEFAULT).mapQuantile());
    assertEquals(0.9, written.calibration(MapKind.DEFAULT).scoreQuantile());
    Ran again = recalibrate("--map-threshold", "1.2");
    assertEquals(ExitCode.FAILED, again.code());
    assertTrue(again.err().contains("is there already"), again.err());
    assertEquals(ExitCode.DONE, recalibrate("--map-threshold", "1.2", "--overwrite").code());
    assertEquals(
        1.2 * ModelFile.read(model).calibration(MapKind.DEFAULT).mapThreshold(),
        ModelFile.read(target()).calibration(MapKind.DEFAULT).mapThreshold());
  }

  @ParameterizedTest
  @CsvSource({
    "--overwrite, , Give healthy eyes to fit the model to",
    "--map-quantile, 2, map_quantile",
    "--map-quantile, high, --map-quantile",
    "--steps, -1, 0 to 3000 steps more",
    "--steps, 10, alone: give --normal",
    "--map-threshold, 0, must be positive",
    "--score-threshold, NaN, must be a finite number"
  })
  void wrongUseIsSaid(String option, String value, String expected) {
    Ran ran = value == null ? recalibrate(option) : recalibrate(option, value);
    assertEquals(ExitCode.WRONG_USE, ran.code(), ran.err());
    assertTrue(ran.err().replace('-', '_').contains(expected.replace('-', '_')), ran.err());
    assertFalse(Files.exists(target()));
  }

  @Test
  void eyesDecideTheThresholds() {
    Ran ran = recalibrate("--normal", "" + eyes, "--score-threshold", "2");
    assertEquals(ExitCode.WRONG_USE, ran.code());
    assertTrue(ran.err().contains("Healthy eyes decide the thresholds themselves"), ran.err());
  }

  @Test
  void missingFilesAreSaid() {
    Ran ran = recalibrate("--normal", "" + folder.resolve("none"));
    assertEquals(ExitCode.FAILED, ran.code(), ran.err());
    Ran none =
        Ran.with(
            "recalibrate",
            "--model",
            "" + folder.resolve("none.cavga"),
            "--map-quantile",
            "0.9",
            "--output",
            "" + target());
    assertEquals(ExitCode.FAILED, none.code());
    assertTrue(none.err().contains("There is no model file"), none.err());
  }
}
