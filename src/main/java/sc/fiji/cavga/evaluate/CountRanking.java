package sc.fiji.cavga.evaluate;

/** The ranking of values that were counted before: one that is quick to make, for resampling. */
final class CountRanking implements Ranking {

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
  CountRanking(double[] values, long[] anomalousCounts, long[] normalCounts, double[] overlaps) {
    this.values = values;
    this.anomalousCounts = anomalousCounts;
    this.normalCounts = normalCounts;
    this.overlaps = overlaps;
    anomalous = sum(anomalousCounts);
    normal = sum(normalCounts);
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
