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
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.cavga.method.local.ScorePartsOf;
import sc.fiji.cavga.model.examination.RawMap;

/** Thresholds of models with too few held-out pictures. */
class ScoreLimitTest {

  private static final int SIZE = 8;
  private static final int PLANE = SIZE * SIZE;
  private static final int TRIALS = 400;
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.5, 0.9, 0.95, 0.99})
  void isStudentsT(double quantile) {
    double expected = new TDistribution(null, 1).inverseCumulativeProbability(quantile);
    assertEquals(expected * Math.sqrt(1.5), ScoreLimit.spreads(2, quantile), 1e-6);
  }

  /** It was 0 or the same small number, so that most healthy eyes were called anomalous. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void twoPicturesCallFewHealthyEyesAnomalous(boolean joined) {
    SplittableRandom random = new SplittableRandom(11);
    int anomalous = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      CalibrationFitting fitting = new CalibrationFitting(SIZE, 0.1);
      for (int i = 0; i < 2; i++) fitting.add(healthy(random, joined));
      Calibration calibration = fitting.fit(0.98, 0.95);
      RawMap further = healthy(random, joined);
      float[] map = calibration.calibrated(further.values(), further.inside());
      if (calibration.score(further, map) > calibration.scoreThreshold()) anomalous++;
    }
    assertTrue(anomalous < 0.08 * TRIALS, "called anomalous: " + anomalous + " of " + TRIALS);
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
    for (int i = 0; i < 3; i++) {
      last = healthy(random, true);
      values.add(last.parts().values(0.1));
      fitting.add(last);
    }
    float[] scores =
        ImageScore.ofEachByTheOthers(last.parts().parts(), values, List.of("a", "b", "c"));
    Arrays.sort(scores);
    assertEquals(scores[2], fitting.fit(0.98, 0.95).scoreThreshold());
  }

  @Test
  void theDoubtIsSaid() {
    assertTrue(ScoreLimit.doubt(2).orElseThrow().contains("only 2 held-out pictures"));
    assertEquals(Optional.empty(), ScoreLimit.doubt(3));
  }

  /** Each eye a little brighter or darker as a whole. */
  private static RawMap healthy(SplittableRandom random, boolean joined) {
    double level = normal(random);
    float[] first = new float[PLANE];
    float[] second = new float[PLANE];
    float[] inside = new float[PLANE];
    Arrays.fill(inside, 1);
    for (int i = 0; i < PLANE; i++) {
      first[i] = (float) (level + 0.1 * normal(random));
      second[i] = (float) (5 + level + 0.1 * normal(random));
    }
    return joined
        ? RawMaps.of(first, inside, ScorePartsOf.maps(first, second, 0.25))
        : RawMaps.of(first, inside);
  }

  private static double normal(SplittableRandom random) {
    return NORMAL.inverseCumulativeProbability(random.nextDouble(1e-12, 1));
  }
}
