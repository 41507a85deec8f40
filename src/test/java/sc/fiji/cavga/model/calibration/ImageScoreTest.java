package sc.fiji.cavga.model.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.cavga.io.StrictJson;
import sc.fiji.cavga.method.local.ScorePartsOf;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.TinyModel;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.examination.RawMap;
import sc.fiji.cavga.model.examination.ScoreParts.Part;

class ImageScoreTest {

  private static final int SIZE = 16;
  private static final int PLANE = SIZE * SIZE;

  @TempDir Path folder;

  private static List<Part> parts(double weight) {
    return List.of(new Part("first", 1), new Part("second", weight));
  }

  private static double[] values(double first, double second) {
    return new double[] {first, second};
  }

  @Test
  void countsSpreadsOfBothAboveHealthyPictures() {
    List<double[]> normal = List.of(values(-3, 1), values(-4, 2), values(-5, 3));
    ImageScore score = ImageScore.of(parts(0.5), normal);
    assertEquals(0, score.score(values(-4, 2)), 1e-12);
    assertEquals(2, score.score(values(-2, 2)), 1e-12);
    assertEquals(1, score.score(values(-4, 4)), 1e-12);
    assertTrue(Double.isNaN(score.score(values(Double.NaN, 2))));
  }

  @Test
  void eachIsJudgedByTheOthers() {
    List<double[]> normal = new ArrayList<>();
    Random random = new Random(4);
    for (int i = 0; i < 12; i++) normal.add(values(random.nextGaussian(), random.nextGaussian()));
    List<String> patients = new ArrayList<>();
    for (int i = 0; i < 12; i++) patients.add("patient " + i);
    float[] scores = ImageScore.ofEachByTheOthers(parts(1), normal, patients);
    ImageScore others = ImageScore.of(parts(1), normal.subList(1, 12));
    assertEquals(others.score(normal.get(0)), scores[0], 1e-6);
    float[] byItself = new float[12];
    for (int i = 0; i < 12; i++)
      byItself[i] = (float) ImageScore.of(parts(1), normal).score(normal.get(i));
    assertTrue(max(scores) > max(byItself), "by itself a picture looks more normal");
  }

  private static float max(float[] values) {
    float max = values[0];
    for (float value : values) max = Math.max(max, value);
    return max;
  }

  @Test
  void theThresholdIsThatOfHealthyPictures() {
    Random random = new Random(7);
    CalibrationFitting fitting = new CalibrationFitting(SIZE, 0.1);
    for (int i = 0; i < 20; i++) fitting.add(joined(random, 0));
    Calibration calibration = fitting.fit(0.98, 0.9);
    assertEquals(0.25, calibration.imageScore().orElseThrow().parts().get(1).weight());
    int healthy = 0;
    int ill = 0;
    for (int i = 0; i < 100; i++) {
      if (anomalous(calibration, joined(random, 0))) healthy++;
      if (anomalous(calibration, joined(random, 3))) ill++;
    }
    assertTrue(healthy < 25, "healthy pictures called anomalous: " + healthy);
    assertTrue(ill > 90, "anomalous pictures found: " + ill);
    RawMap single = RawMaps.of(new float[PLANE], all());
    assertThrows(IllegalArgumentException.class, () -> calibration.score(single, new float[PLANE]));
  }

  private static boolean anomalous(Calibration calibration, RawMap map) {
    float[] calibrated = calibration.calibrated(map.values(), all());
    return calibration.score(map, calibrated) > calibration.scoreThreshold();
  }

  /** Of noise, with a patch of six by six pixels that stands out. */
  private static RawMap joined(Random random, float more) {
    float[] values = new float[PLANE];
    float[] logits = new float[PLANE];
    float[] distances = new float[PLANE];
    for (int i = 0; i < PLANE; i++) {
      boolean patch = i % SIZE < 6 && i / SIZE < 6;
      logits[i] = (float) random.nextGaussian() - 4 + (patch ? more : 0);
      distances[i] = 5 + (float) random.nextGaussian() + (patch ? more : 0);
      values[i] = logits[i] + distances[i];
    }
    return RawMaps.of(values, all(), ScorePartsOf.maps(logits, distances, 0.25));
  }

  private static Calibration scored() {
    ImageScore score = new ImageScore(parts(0.75), values(-3.5, 2.5), values(0.25, 0.125));
    return TinyModel.create().calibration(MapKind.DEFAULT).withImageScore(score);
  }

  @Test
  void isKeptInTheModelFile() throws IOException {
    Path file = folder.resolve("m.cavga");
    ModelFile.write(file, TinyModel.with(TinyModel.create(), Map.of(MapKind.DEFAULT, scored())));
    ImageScore back = ModelFile.read(file).calibration(MapKind.DEFAULT).imageScore().orElseThrow();
    assertEquals("first", back.parts().get(0).name());
    assertEquals("second", back.parts().get(1).name());
    assertEquals(1, back.parts().get(0).weight());
    assertEquals(0.75, back.parts().get(1).weight());
    assertEquals(-3.5, back.mean(0));
    assertEquals(0.25, back.spread(0));
    assertEquals(2.5, back.mean(1));
    assertEquals(0.125, back.spread(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"spread\":0.25 | \"spread\":0 | positive spreads",
        "\"weight\":0.75 | \"weight\":-1 | weights of 0 or more",
        "\"mean\":2.5 | \"means\":2.5 | a number as \"mean\"",
        "\"part\":\"first\" | \"part\":1 | \"part\"",
        "\"image_score\":[ | \"image_score\":[3, | must hold objects"
      })
  void saysWhatIsWrongInAFile(String before, String after, String expected) {
    Map<MapKind, Calibration> calibrations = Map.of(MapKind.DEFAULT, scored());
    String json = CalibrationEntries.toJson(calibrations).toString();
    assertTrue(json.contains(before), json);
    IOException thrown =
        assertThrows(
            IOException.class,
            () ->
                CalibrationEntries.read(
                    StrictJson.parseObject(json.replace(before, after)),
                    CalibrationEntries.toArrays(calibrations)));
    assertTrue(thrown.getMessage().contains(expected), thrown.getMessage());
    assertTrue(thrown.getMessage().endsWith("."), thrown.getMessage());
  }

  @Test
  void refusesWhatCannotBe() {
    refused(Double.NaN, 1, 0, 1, 1);
    refused(0, 0, 0, 1, 1);
    refused(0, 1, Double.POSITIVE_INFINITY, 1, 1);
    refused(0, 1, 0, -1, 1);
    refused(0, 1, 0, 1, -0.5);
    assertThrows(
        IllegalArgumentException.class,
        () -> new ImageScore(List.of(), new double[0], new double[0]));
  }

  private static void refused(double a, double b, double c, double d, double weight) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new ImageScore(parts(weight), values(a, c), values(b, d)));
  }

  private static float[] all() {
    float[] all = new float[PLANE];
    Arrays.fill(all, 1);
    return all;
  }
}
