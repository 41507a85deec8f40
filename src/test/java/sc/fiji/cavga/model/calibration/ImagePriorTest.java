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
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.examination.RawMap;

class ImagePriorTest {

  private static final int SIZE = 16;
  private static final int PLANE = SIZE * SIZE;

  @TempDir Path folder;

  @Test
  void learnsFromWhichEvidenceOnPicturesAreAnomalous() {
    ImagePrior evidence =
        ImagePrior.learn(List.of(2.0, 3.0, 4.0, 5.0), List.of(20.0, 30.0, 50.0, 12.0))
            .orElseThrow();
    assertTrue(evidence.middle() > 5 && evidence.middle() < 12, "middle " + evidence.middle());
    assertTrue(evidence.lowering(1000) > -0.01, "surely anomalous");
    assertTrue(evidence.lowering(3) < evidence.lowering(8), "the more normal, the lower");
    assertEquals(0.25 * Math.log(0.5), evidence.lowering(evidence.middle()), 1e-9);
  }

  @Test
  void lowersButNeverRaisesNorReversesNorWithoutBound() {
    ImagePrior evidence = new ImagePrior(7, 3);
    double before = Double.NEGATIVE_INFINITY;
    for (double each = -50; each < 200; each += 0.25) {
      double lowering = evidence.lowering(each);
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
      with.add(new RawMap(map), all());
      without.add(new RawMap(map), all());
    }
    for (int i = 0; i < 6; i++) with.addAnomalous(new RawMap(map(random, 20 + i)), all());
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
    return calibration.score(new RawMap(raw), calibration.calibrated(raw, all()));
  }

  @Test
  void isKeptInTheModelFile() throws IOException {
    Calibration calibration =
        TinyModel.create().calibration(MapKind.DEFAULT).withEvidence(new ImagePrior(7.5, 1.25));
    TrainedModel model = TinyModel.create().withCalibrations(Map.of(MapKind.DEFAULT, calibration));
    Path file = folder.resolve("m.cavga");
    ModelFile.write(file, model);
    Calibration back = ModelFile.read(file).calibration(MapKind.DEFAULT);
    assertEquals(7.5, back.evidence().orElseThrow().middle());
    assertEquals(1.25, back.evidence().orElseThrow().slope());
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
        "3 | picture_evidence"
      })
  void saysWhatIsWrongInAFile(String value, String expected) throws IOException {
    Calibration calibration = TinyModel.create().calibration(MapKind.DEFAULT);
    String json = CalibrationEntries.toJson(Map.of(MapKind.DEFAULT, calibration)).toString();
    String changed =
        json.replaceFirst("\"pictures\"", "\"picture_evidence\":" + value + ",\"pictures\"");
    IOException thrown =
        assertThrows(
            IOException.class,
            () ->
                CalibrationEntries.read(
                    StrictJson.parseObject(changed),
                    CalibrationEntries.toArrays(Map.of(MapKind.DEFAULT, calibration)),
                    SIZE));
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
