package sc.fiji.cavga.model.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.cavga.method.local.ScorePartsOf;
import sc.fiji.cavga.model.examination.RawMap;
import sc.fiji.cavga.plane.Quantile;

/** Thresholds of models with too few held-out pictures. */
class ScoreLimitTest {

  private static final int SIZE = 8;
  private static final int PLANE = SIZE * SIZE;
  private static final int TRIALS = 400;
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  /** NIST/SEMATECH e-Handbook, table of Student's t: 6.314, 2.353 and 1.833 at 95 %. */
  @ParameterizedTest
  @CsvSource({"2, 6.314", "4, 2.353", "10, 1.833"})
  void isAPredictionLimit(int patients, double students) {
    double[] scores = new double[patients];
    for (int i = 0; i < patients; i++) scores[i] = 3 + (i % 2 == 0 ? 1 : -1) * (i + 1);
    double mean = StatUtils.mean(scores);
    double spread = Math.sqrt(StatUtils.variance(scores));
    double expected = mean + students * spread * Math.sqrt(1 + 1.0 / patients);
    assertEquals(expected, ScoreLimit.of(scores, patients, 0.95, 0), 1e-3 * expected);
    assertEquals(0.95, ScoreLimit.quantile(scores, patients, expected, 0), 1e-4);
  }

  /** Whatever the two parts do: they may happen to make up for each other. */
  @Test
  void theSpreadHasAFloor() {
    double[] alike = {1, 1, 1};
    assertEquals(1 + 2.92 * 0.5 * Math.sqrt(4 / 3.0), ScoreLimit.of(alike, 3, 0.95, 0.5), 1e-3);
    double[] unknown = {};
    assertEquals(2.92 * 0.5 * Math.sqrt(4 / 3.0), ScoreLimit.of(unknown, 3, 0.95, 0.5), 1e-3);
  }

  /**
   * One in twenty is asked for. Of two it was nearly every one, of three to five one in eight, and
   * hardly any ill eye was found where the few happened to differ much.
   */
  @ParameterizedTest
  @CsvSource({"2, true", "2, false", "3, true", "5, true", "39, true"})
  void fewPicturesCallFewHealthyEyesAnomalous(int pictures, boolean joined) {
    SplittableRandom random = new SplittableRandom(11);
    int anomalous = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      CalibrationFitting fitting = new CalibrationFitting(SIZE, 0.1);
      for (int i = 0; i < pictures; i++) fitting.add(healthy(random, joined));
      Calibration calibration = fitting.fit(0.98, 0.95);
      RawMap further = healthy(random, joined);
      float[] map = calibration.calibrated(further.values(), further.inside());
      if (calibration.score(further, map) > calibration.scoreThreshold()) anomalous++;
    }
    assertTrue(anomalous < 0.08 * TRIALS, "called anomalous: " + anomalous + " of " + TRIALS);
    assertTrue(anomalous > 0.02 * TRIALS, "called anomalous: " + anomalous + " of " + TRIALS);
  }

  @Test
  void onePictureIsRefused() {
    for (boolean joined : new boolean[] {true, false}) {
      CalibrationFitting fitting = new CalibrationFitting(SIZE, 0.1);
      fitting.add(healthy(new SplittableRandom(3), joined));
      Exception refused = assertThrows(IllegalStateException.class, () -> fitting.fit(0.98, 0.95));
      assertTrue(refused.getMessage().contains("Only one held-out picture"), refused.getMessage());
    }
  }

  @Test
  void enoughPicturesGiveTheThresholdThatTheyHad() {
    SplittableRandom random = new SplittableRandom(5);
    CalibrationFitting fitting = new CalibrationFitting(SIZE, 0.1);
    List<double[]> values = new ArrayList<>();
    RawMap last = null;
    List<String> patients = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      last = healthy(random, true);
      values.add(last.parts().values(0.1));
      patients.add("patient " + i);
      fitting.add(last);
    }
    float[] scores = ImageScore.ofEachByTheOthers(last.parts().parts(), values, patients);
    double quantile = Quantile.of(List.of(scores), 0.95);
    assertEquals(quantile, fitting.fit(0.98, 0.95).scoreThreshold(), 1e-6);
  }

  @Test
  void theDoubtIsSaid() {
    assertTrue(ScoreLimit.doubt(4).orElseThrow().contains("only 4 held-out pictures"));
    assertTrue(ScoreLimit.isDoubt(ScoreLimit.doubt(4).orElseThrow()));
    assertEquals(Optional.empty(), ScoreLimit.doubt(5));
  }

  /** Each eye a little more or less unusual as a whole, for the U-Net and otherwise. */
  private static RawMap healthy(SplittableRandom random, boolean joined) {
    double seen = StrictMath.exp(normal(random) / 2 - 6);
    float logit = (float) StrictMath.log(seen / (1 - seen));
    float distance = (float) StrictMath.exp(1 + normal(random) / 4);
    float[] map = new float[PLANE];
    float[] logits = new float[PLANE];
    float[] distances = new float[PLANE];
    float[] inside = new float[PLANE];
    Arrays.fill(inside, 1);
    Arrays.fill(logits, logit);
    Arrays.fill(distances, distance);
    for (int i = 0; i < PLANE; i++) map[i] = (float) (distance + 0.1 * normal(random));
    return joined
        ? RawMaps.of(map, inside, ScorePartsOf.maps(logits, distances, 0.5))
        : RawMaps.of(map, inside);
  }

  private static double normal(SplittableRandom random) {
    return NORMAL.inverseCumulativeProbability(random.nextDouble(1e-12, 1));
  }
}
