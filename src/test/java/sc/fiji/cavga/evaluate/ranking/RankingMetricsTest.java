package sc.fiji.cavga.evaluate.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.evaluate.metric.Bootstrap;
import sc.fiji.cavga.evaluate.metric.Decisions;
import sc.fiji.cavga.evaluate.metric.Interval;
import sc.fiji.cavga.evaluate.metric.Metric;

/** By hand: scores 4a 3n 3a 2n 1a 0n, where a is anomalous and n is normal. */
class RankingMetricsTest {

  private static final double[] SCORES = {3, 4, 2, 3, 0, 1};
  private static final boolean[] LABELS = {false, true, false, true, false, true};
  private static final Ranking RANKING = CountRanking.of(SCORES, LABELS);

  @Test
  void aurocCountsTiesHalf() {
    // Pairs won: 4 beats three normals; 3 beats two and ties one; 1 beats one.
    assertEquals((3 + 2.5 + 1) / 9, RankingMetrics.auroc(RANKING), 1e-15);
  }

  @Test
  void averagePrecisionTakesTiesTogether() {
    // Precision 1/1 at the first, 2/3 at the tie, 3/5 at the last.
    double expected = (1 + 2 / 3.0 + 3 / 5.0) / 3;
    assertEquals(expected, RankingMetrics.averagePrecision(RANKING), 1e-15);
  }

  @Test
  void sensitivityAtSpecificity() {
    assertEquals(1 / 3.0, RankingMetrics.sensitivityAt(RANKING, 0.95), 1e-15);
    assertEquals(2 / 3.0, RankingMetrics.sensitivityAt(RANKING, 0.6), 1e-15);
    assertEquals(1, RankingMetrics.sensitivityAt(RANKING, 0.3), 1e-15);
    double[] scores = new double[21];
    boolean[] labels = new boolean[21];
    for (int i = 0; i < 20; i++) scores[i] = i;
    scores[20] = 18.5;
    labels[20] = true;
    assertEquals(1, RankingMetrics.sensitivityAt(CountRanking.of(scores, labels), 0.95));
    scores[20] = 17.5;
    assertEquals(0, RankingMetrics.sensitivityAt(CountRanking.of(scores, labels), 0.95));
  }

  @Test
  void bestIntersectionOverUnion() {
    // 1/3, then 2/4, 2/5, 3/5, 3/6.
    assertEquals(0.6, RankingMetrics.bestIntersectionOverUnion(RANKING), 1e-15);
  }

  @Test
  void nothingToComputeFromIsNotANumber() {
    double[] scores = {1, 2};
    for (boolean label : new boolean[] {false, true}) {
      Ranking ranking = CountRanking.of(scores, new boolean[] {label, label});
      assertTrue(Double.isNaN(RankingMetrics.auroc(ranking)));
      assertTrue(Double.isNaN(RankingMetrics.averagePrecision(ranking)));
      assertTrue(Double.isNaN(RankingMetrics.sensitivityAt(ranking, 0.95)));
    }
    Ranking none = CountRanking.of(new double[0], new boolean[0]);
    assertTrue(Double.isNaN(RankingMetrics.auroc(none)));
    assertTrue(Double.isNaN(RankingMetrics.bestIntersectionOverUnion(none)));
  }

  @Test
  void zerosAreOneAndInfinitiesRank() {
    double[] scores = {-0.0, 0.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    boolean[] labels = {true, false, true, false};
    assertEquals(3.5 / 4, RankingMetrics.auroc(CountRanking.of(scores, labels)));
    scores[0] = Double.NaN;
    assertThrows(IllegalArgumentException.class, () -> CountRanking.of(scores, labels));
    assertThrows(IllegalArgumentException.class, () -> CountRanking.of(scores, new boolean[3]));
  }

  @Test
  void bootstrapIntervalHoldsTheValueAndIsReproducible() {
    Random random = new Random(1);
    double[] scores = new double[200];
    boolean[] labels = new boolean[200];
    for (int i = 0; i < 200; i++) {
      labels[i] = i % 2 == 0;
      scores[i] = random.nextGaussian() + (labels[i] ? 1 : 0);
    }
    Ranking ranking = CountRanking.of(scores, labels);
    Interval interval = Bootstrap.intervals(ranking, 0.5, 5).get(Metric.IMAGE_AUROC);
    double auroc = RankingMetrics.auroc(ranking);
    assertTrue(interval.low() < auroc && auroc < interval.high());
    // Hanley and McNeil's standard error for 100 and 100 pictures at 0.76 is about 0.034.
    assertEquals(2 * 1.96 * 0.034, interval.high() - interval.low(), 0.03);
    assertEquals(
        interval.low(), Bootstrap.intervals(ranking, 0.5, 5).get(Metric.IMAGE_AUROC).low());
    Interval accuracy = Bootstrap.intervals(ranking, 0.5, 5).get(Metric.BALANCED_ACCURACY);
    double balanced = Decisions.of(ranking, 0.5).balancedAccuracy();
    assertTrue(accuracy.low() < balanced && balanced < accuracy.high());
    Ranking few = CountRanking.of(new double[] {1, 2, 3}, new boolean[] {true, false, false});
    assertTrue(Bootstrap.intervals(few, 0.5, 5).isEmpty());
  }

  @Test
  void decisionsAreCountedByHand() {
    double[] scores = {0.2, 0.5, 0.7, 0.5, 0.9, 0.1};
    boolean[] labels = {false, false, false, true, true, true};
    Decisions decisions = Decisions.of(CountRanking.of(scores, labels), 0.5);
    assertEquals(1, decisions.found());
    assertEquals(2, decisions.missed());
    assertEquals(2, decisions.passed());
    assertEquals(1, decisions.alarmed());
    assertEquals(0.5, decisions.accuracy(), 1e-12);
    assertEquals(0.5, decisions.balancedAccuracy(), 1e-12);
    assertTrue(Double.isNaN(new Decisions(0).accuracy()));
  }
}
