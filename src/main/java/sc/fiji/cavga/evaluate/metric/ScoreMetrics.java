package sc.fiji.cavga.evaluate.metric;

import java.util.EnumMap;
import java.util.Map;
import sc.fiji.cavga.evaluate.ranking.Ranking;
import sc.fiji.cavga.evaluate.ranking.RankingMetrics;

/** What pictures' scores and decisions tell. */
public final class ScoreMetrics {

  private static final double SPECIFICITY = 0.95;

  private ScoreMetrics() {}

  /**
   * @param threshold the model's; larger scores are called anomalous
   */
  public static Map<Metric, Double> of(Ranking scores, double threshold) {
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    Decisions decisions = Decisions.of(scores, threshold);
    values.put(Metric.IMAGE_AUROC, RankingMetrics.auroc(scores));
    values.put(Metric.IMAGE_AP, RankingMetrics.averagePrecision(scores));
    values.put(Metric.BALANCED_ACCURACY, decisions.balancedAccuracy());
    values.put(Metric.ACCURACY, decisions.accuracy());
    values.put(
        Metric.SENSITIVITY_AT_95_SPECIFICITY, RankingMetrics.sensitivityAt(scores, SPECIFICITY));
    return values;
  }
}
