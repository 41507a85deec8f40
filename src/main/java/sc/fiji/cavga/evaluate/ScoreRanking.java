package sc.fiji.cavga.evaluate;

import java.util.Arrays;

/** The ranking of a moderate number of values, such as pictures' scores, which it holds. */
public final class ScoreRanking implements Ranking {

  private final double[] values;
  private final long[] anomalousCounts;
  private final long[] normalCounts;
  private final long anomalous;
  private final long normal;

  /**
   * @param scores larger where more anomalous; not NaN
   * @param labels whether each is anomalous
   */
  public ScoreRanking(double[] scores, boolean[] labels) {
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
    anomalousCounts = new long[order.length];
    normalCounts = new long[order.length];
    int last = -1;
    for (int i : order) {
      if (last < 0 || distinct[last] != scores[i]) distinct[++last] = scores[i];
      (labels[i] ? anomalousCounts : normalCounts)[last]++;
    }
    values = Arrays.copyOf(distinct, last + 1);
    anomalous = Arrays.stream(anomalousCounts).sum();
    normal = order.length - anomalous;
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
      step.take(values[i], anomalousCounts[i], normalCounts[i], 0);
  }
}
