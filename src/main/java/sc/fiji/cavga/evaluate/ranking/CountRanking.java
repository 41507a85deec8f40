package sc.fiji.cavga.evaluate.ranking;

import java.util.Arrays;

/**
 * The ranking of values that were counted before: quick to make for resampling, and for a moderate
 * number of values, such as pictures' scores.
 */
public final class CountRanking implements Ranking {

  private final double[] values;
  private final long[] anomalousCounts;
  private final long[] normalCounts;
  private final double[] overlaps;
  private final long anomalous;
  private final long normal;

  /**
   * @param values descending; the arrays are not copied
   * @param overlaps see {@link Ranking.Step}; null for none
   */
  public CountRanking(
      double[] values, long[] anomalousCounts, long[] normalCounts, double[] overlaps) {
    this.values = values;
    this.anomalousCounts = anomalousCounts;
    this.normalCounts = normalCounts;
    this.overlaps = overlaps;
    anomalous = sum(anomalousCounts);
    normal = sum(normalCounts);
  }

  /**
   * Counts scores first.
   *
   * @param scores larger where more anomalous; not NaN
   * @param labels whether each is anomalous
   */
  public static CountRanking of(double[] scores, boolean[] labels) {
    if (scores.length != labels.length)
      throw new IllegalArgumentException("There must be one label for each score.");
    Integer[] order = new Integer[scores.length];
    for (int i = 0; i < order.length; i++) {
      if (Double.isNaN(scores[i]))
        throw new IllegalArgumentException("A score that is not a number cannot be ranked.");
      order[i] = i;
    }
    Arrays.sort(order, (a, b) -> Double.compare(scores[b] + 0.0, scores[a] + 0.0));
    double[] distinct = new double[order.length];
    long[] anomalous = new long[order.length];
    long[] normal = new long[order.length];
    int last = -1;
    for (int i : order) {
      if (last < 0 || distinct[last] != scores[i]) distinct[++last] = scores[i];
      (labels[i] ? anomalous : normal)[last]++;
    }
    return new CountRanking(Arrays.copyOf(distinct, last + 1), anomalous, normal, null);
  }

  private static long sum(long[] counts) {
    long sum = 0;
    for (long count : counts) sum += count;
    return sum;
  }

  @Override
  public long anomalous() {
    return anomalous;
  }

  @Override
  public long normal() {
    return normal;
  }

  @Override
  public void descend(Step step) {
    for (int i = 0; i < values.length; i++)
      if (anomalousCounts[i] + normalCounts[i] > 0)
        step.take(
            values[i], anomalousCounts[i], normalCounts[i], overlaps == null ? 0 : overlaps[i]);
  }
}
