package sc.fiji.cavga.model.calibration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.model.examination.RawMap;
import sc.fiji.cavga.model.examination.ScoreParts;

class ImageScoreTest {

  private static final int SIZE = 16;
  private static final int PLANE = SIZE * SIZE;

  @Test
  void signsAreOfTheMostUnusualShareInsideTheFieldOfView() {
    float[] logits = {0, 0, -20, -20, -20, -20, -20, -20, Float.NaN, Float.NaN};
    float[] surprise = {1, 1, 1, 5, 7, 1, 1, 1, Float.NaN, Float.NaN};
    ScoreParts signs = ScoreParts.of(logits, surprise, 0.25);
    assertEquals(Math.log(0.5), signs.detector(), 1e-6);
    assertEquals(Math.log(6), signs.density(), 1e-6);
    assertTrue(signs.known());
    assertEquals(Math.log(0.125), ScoreParts.of(logits, surprise, 1).detector(), 1e-6);
    float[] nothing = {Float.NaN};
    assertFalse(ScoreParts.of(nothing, nothing, 0.25).known());
  }

  @Test
  void signsOfWhatIsSurelyNormalAreBounded() {
    float[] logits = {-1000, -1000};
    float[] surprise = {-3, 0};
    ScoreParts signs = ScoreParts.of(logits, surprise, 1);
    assertEquals(Math.log(1e-6), signs.detector());
    assertEquals(Math.log(0.1), signs.density());
  }

  @Test
  void countsSpreadsOfBothAboveHealthyPictures() {
    List<ScoreParts> normal =
        List.of(new ScoreParts(-3, 1), new ScoreParts(-4, 2), new ScoreParts(-5, 3));
    ImageScore score = ImageScore.of(normal, 0.5);
    assertEquals(0, score.score(new ScoreParts(-4, 2)), 1e-12);
    assertEquals(2, score.score(new ScoreParts(-2, 2)), 1e-12);
    assertEquals(1, score.score(new ScoreParts(-4, 4)), 1e-12);
    assertTrue(Double.isNaN(score.score(new ScoreParts(Double.NaN, 2))));
  }

  @Test
  void eachIsJudgedByTheOthers() {
    List<ScoreParts> normal = new ArrayList<>();
    Random random = new Random(4);
    for (int i = 0; i < 12; i++)
      normal.add(new ScoreParts(random.nextGaussian(), random.nextGaussian()));
    float[] scores = ImageScore.ofEachByTheOthers(normal, 1);
    assertEquals(ImageScore.of(normal.subList(1, 12), 1).score(normal.get(0)), scores[0], 1e-6);
    float[] byItself = new float[12];
    for (int i = 0; i < 12; i++)
      byItself[i] = (float) ImageScore.of(normal, 1).score(normal.get(i));
    assertTrue(max(scores) > max(byItself), "by itself a picture looks more normal");
    List<ScoreParts> two = normal.subList(0, 2);
    assertEquals(
        ImageScore.of(two, 1).score(two.get(1)), ImageScore.ofEachByTheOthers(two, 1)[1], 1e-6);
    assertArrayEquals(new float[1], ImageScore.ofEachByTheOthers(normal.subList(0, 1), 1));
  }

  private static float max(float[] values) {
    float max = values[0];
    for (float value : values) max = Math.max(max, value);
    return max;
  }

  @Test
  void theThresholdIsThatOfHealthyPicturesAndLabelsCountMore() {
    Random random = new Random(7);
    CalibrationFitting plain = new CalibrationFitting(SIZE, 0.1, 0.25);
    CalibrationFitting weak = new CalibrationFitting(SIZE, 0.1, 0.5);
    for (int i = 0; i < 20; i++) {
      RawMap map = joined(random, 0);
      plain.add(map, all());
      weak.add(map, all());
    }
    for (int i = 0; i < 4; i++) weak.addAnomalous(joined(random, 3), all());
    Calibration calibration = plain.fit(0.98, 0.9);
    assertEquals(0.25, calibration.pictureScore().orElseThrow().densityWeight());
    assertEquals(1, weak.fit(0.98, 0.9).pictureScore().orElseThrow().densityWeight());
    int healthy = 0;
    int ill = 0;
    for (int i = 0; i < 100; i++) {
      if (anomalous(calibration, joined(random, 0))) healthy++;
      if (anomalous(calibration, joined(random, 3))) ill++;
    }
    assertTrue(healthy < 25, "healthy pictures called anomalous: " + healthy);
    assertTrue(ill > 90, "anomalous pictures found: " + ill);
    RawMap single = new RawMap(new float[PLANE]);
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
    float[] surprise = new float[PLANE];
    for (int i = 0; i < PLANE; i++) {
      boolean patch = i % SIZE < 6 && i / SIZE < 6;
      logits[i] = (float) random.nextGaussian() - 4 + (patch ? more : 0);
      surprise[i] = 5 + (float) random.nextGaussian() + (patch ? more : 0);
      values[i] = logits[i] + surprise[i];
    }
    return new RawMap(values, logits, surprise);
  }

  @Test
  void refusesWhatCannotBe() {
    refused(Double.NaN, 1, 0, 1, 1);
    refused(0, 0, 0, 1, 1);
    refused(0, 1, Double.POSITIVE_INFINITY, 1, 1);
    refused(0, 1, 0, -1, 1);
    refused(0, 1, 0, 1, -0.5);
  }

  private static void refused(double a, double b, double c, double d, double weight) {
    assertThrows(IllegalArgumentException.class, () -> new ImageScore(a, b, c, d, weight));
  }

  private static float[] all() {
    float[] all = new float[PLANE];
    Arrays.fill(all, 1);
    return all;
  }
}
