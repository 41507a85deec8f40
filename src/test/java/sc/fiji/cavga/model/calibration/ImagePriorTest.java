package sc.fiji.cavga.model.calibration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.cavga.io.StrictJson;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.model.TinyModel;
import sc.fiji.cavga.model.examination.MapKind;

class ImagePriorTest {

  private static final int SIZE = 16;
  private static final int PLANE = SIZE * SIZE;

  @TempDir Path folder;

  @Test
  void learnsFromWhichEvidenceOnPicturesAreAnomalous() {
    ImagePrior prior =
        ImagePrior.learn(List.of(2.0, 3.0, 4.0, 5.0), List.of(20.0, 30.0, 50.0, 12.0))
            .orElseThrow();
    assertTrue(prior.middle > 5 && prior.middle < 12, "middle " + prior.middle);
    assertTrue(prior.lowering(1000) > -0.01, "surely anomalous");
    assertTrue(prior.lowering(3) < prior.lowering(8), "the more normal, the lower");
    assertEquals(0.25 * Math.log(0.5), prior.lowering(prior.middle), 1e-9);
  }

  @Test
  void lowersButNeverRaisesNorReversesNorWithoutBound() {
    ImagePrior prior = new ImagePrior(7, 3);
    double before = Double.NEGATIVE_INFINITY;
    for (double each = -50; each < 200; each += 0.25) {
      double lowering = prior.lowering(each);
      assertTrue(lowering <= 0 && lowering >= 0.25 * Math.log(0.01) - 1e-9, "at " + each);
      assertTrue(lowering >= before, "at " + each);
      before = lowering;
    }
  }

  @Test
  void learnsNothingWhereAnomalousPicturesHaveNotMoreOfIt() {
    assertEquals(
        Optional.empty(), ImagePrior.learn(List.of(5.0, 6.0, 7.0), List.of(3.0, 4.0, 2.0)));
    assertEquals(Optional.empty(), ImagePrior.learn(List.of(5.0, 5.0), List.of(5.0)));
    assertThrows(IllegalArgumentException.class, () -> new ImagePrior(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new ImagePrior(1, -1));
    assertThrows(IllegalArgumentException.class, () -> new ImagePrior(1, Double.NaN));
  }

  @Test
  void calibrationJudgesPicturesAsBeforeAndLowersThoseThatLookNormal() {
    CalibrationFitting with = new CalibrationFitting(SIZE);
    CalibrationFitting without = new CalibrationFitting(SIZE);
    Random random = new Random(8);
    for (int i = 0; i < 12; i++) {
      float[] map = map(random, 0);
      with.add(RawMaps.of(map, all()));
      without.add(RawMaps.of(map, all()));
    }
    for (int i = 0; i < 6; i++) with.addAnomalous(RawMaps.of(map(random, 20 + i), all()));
    Calibration weighed = with.fit(0.98, 0.9);
    Calibration plain = without.fit(0.98, 0.9);
    assertArrayEquals(plain.mean(), weighed.mean());
    assertTrue(weighed.mapThreshold() < plain.mapThreshold(), "normal pictures were lowered");
    int agreed = 0;
    for (int i = 0; i < 40; i++) {
      float[] normal = map(random, 0);
      double score = score(weighed, normal);
      double plainly = score(plain, normal);
      if (score > weighed.scoreThreshold() == plainly > plain.scoreThreshold()) agreed++;
      double before = plainly * plain.mapThreshold();
      double after = score * weighed.mapThreshold();
      assertTrue(after < before - 0.3, before + " became " + after);
    }
    assertTrue(agreed >= 38, "decisions stay: " + agreed + " of 40");
    float[] ill = map(random, 22);
    float[] deviations = plain.calibrated(ill, all());
    float[] map = weighed.calibrated(ill, all());
    for (int i = 0; i < PLANE; i++)
      assertEquals(
          deviations[i] * plain.mapThreshold(), map[i] * weighed.mapThreshold(), 0.05, "as it was");
  }

  /** Of a map that is not joined. */
  private static double score(Calibration calibration, float[] raw) {
    return calibration.score(RawMaps.of(raw, all()), calibration.calibrated(raw, all()));
  }

  @Test
  void isKeptInTheModelFile() throws IOException {
    Calibration calibration =
        TinyModel.create().calibration(MapKind.DEFAULT).withPrior(new ImagePrior(7.5, 1.25));
    Path file = folder.resolve("m.cavga");
    ModelFile.write(file, TinyModel.with(TinyModel.create(), Map.of(MapKind.DEFAULT, calibration)));
    Calibration back = ModelFile.read(file).calibration(MapKind.DEFAULT);
    assertEquals(7.5, back.prior().orElseThrow().middle);
    assertEquals(1.25, back.prior().orElseThrow().slope);
    float[] raw = map(new Random(9), 3);
    assertArrayEquals(calibration.calibrated(raw, all()), back.calibrated(raw, all()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"middle\": -1, \"slope\": 2} | positive middle",
        "{\"middle\": 1} | \"slope\"",
        "{\"middle\": 1, \"slope\": \"2\"} | a number as \"slope\"",
        "3 | image_prior"
      })
  void saysWhatIsWrongInAFile(String value, String expected) throws IOException {
    Calibration calibration = TinyModel.create().calibration(MapKind.DEFAULT);
    String json = CalibrationEntries.toJson(Map.of(MapKind.DEFAULT, calibration)).toString();
    String changed =
        json.replaceFirst("\"pictures\"", "\"image_prior\":" + value + ",\"pictures\"");
    IOException thrown =
        assertThrows(
            IOException.class,
            () ->
                CalibrationEntries.read(
                    StrictJson.parseObject(changed),
                    CalibrationEntries.toArrays(Map.of(MapKind.DEFAULT, calibration))));
    assertTrue(thrown.getMessage().contains(expected), thrown.getMessage());
    assertTrue(thrown.getMessage().endsWith("."), thrown.getMessage());
  }

  /** Noise, and a few places that stand out. */
  private static float[] map(Random random, double lesion) {
    float[] map = new float[PLANE];
    for (int i = 0; i < PLANE; i++)
      map[i] = (float) (random.nextGaussian() + (i >= 40 && i < 48 ? lesion : 0));
    return map;
  }

  private static float[] all() {
    float[] all = new float[PLANE];
    Arrays.fill(all, 1);
    return all;
  }
}
