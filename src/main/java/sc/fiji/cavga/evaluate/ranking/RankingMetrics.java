package sc.fiji.cavga.evaluate.ranking;

/**
 * Metrics over all thresholds of a ranking, with scikit-learn's definitions; ties are taken
 * together. Each is NaN where there is nothing to compute it from.
 */
public final class RankingMetrics {

  private RankingMetrics() {}

  /** Area under the receiver operating characteristic: scikit-learn's {@code roc_auc_score}. */
  public static double auroc(Ranking ranking) {
    double[] area = {0};
    long[] found = {0};
    ranking.descend(
        (value, anomalous, normal, overlap) -> {
          area[0] += normal * (found[0] + anomalous / 2.0);
          found[0] += anomalous;
        });
    return area[0] / ranking.anomalous() / ranking.normal();
  }

  /** Average precision, without interpolation: {@code average_precision_score}. */
  public static double averagePrecision(Ranking ranking) {
    if (ranking.anomalous() == 0 || ranking.normal() == 0) return Double.NaN;
    double[] sum = {0};
    long[] taken = {0, 0};
    ranking.descend(
        (value, anomalous, normal, overlap) -> {
          taken[0] += anomalous;
          taken[1] += normal;
          sum[0] += anomalous * (taken[0] / (double) (taken[0] + taken[1]));
        });
    return sum[0] / ranking.anomalous();
  }

  /**
   * The largest sensitivity at a threshold whose specificity is at least the given one.
   *
   * @param specificity such as 0.95
   */
  public static double sensitivityAt(Ranking ranking, double specificity) {
    if (ranking.anomalous() == 0 || ranking.normal() == 0) return Double.NaN;
    // A whole number of normals, so that 0.95 of 20 allows one in spite of rounding.
    long allowed = (long) Math.floor((1 - specificity) * ranking.normal() + 1e-9);
    double[] best = {0};
    ranking.addUp(
        (found, passed) -> {
          if (passed <= allowed) best[0] = found / (double) ranking.anomalous();
        });
    return best[0];
  }

  /**
   * The best intersection over union that any threshold gives. It is chosen on the test pictures
   * themselves, so it bounds what a threshold could do and is no result.
   */
  public static double bestIntersectionOverUnion(Ranking ranking) {
    if (ranking.anomalous() == 0) return Double.NaN;
    double[] best = {0};
    ranking.addUp(
        (found, passed) -> {
          double union = ranking.anomalous() + passed;
          best[0] = Math.max(best[0], found / union);
        });
    return best[0];
  }
}
