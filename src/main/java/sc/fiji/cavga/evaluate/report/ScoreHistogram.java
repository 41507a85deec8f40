package sc.fiji.cavga.evaluate.report;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;

/** Normal and anomalous pictures' scores in bins of one width, each as a share of its own kind. */
public final class ScoreHistogram {

  private static final int MOST_BINS = 30;

  private final double minimum;
  private final double binWidth;
  private final double[] normal;
  private final double[] anomalous;

  /**
   * @param threshold lies inside the histogram too
   */
  public ScoreHistogram(double[] normalScores, double[] anomalousScores, double threshold) {
    DoubleSummaryStatistics range =
        DoubleStream.concat(Arrays.stream(normalScores), Arrays.stream(anomalousScores))
            .filter(Double::isFinite)
            .summaryStatistics();
    range.accept(threshold);
    double width = range.getMax() - range.getMin();
    binWidth = AxisStep.above((width > 0 ? width : 1) / MOST_BINS);
    minimum = Math.floor(range.getMin() / binWidth) * binWidth;
    int bins = (int) Math.floor((range.getMax() - minimum) / binWidth) + 1;
    normal = shares(normalScores, bins);
    anomalous = shares(anomalousScores, bins);
  }

  private double[] shares(double[] scores, int bins) {
    double[] shares = new double[bins];
    for (double score : scores) {
      double bin = Math.floor((score - minimum) / binWidth);
      shares[(int) Math.max(0, Math.min(bins - 1, bin))] += 1.0 / scores.length;
    }
    return shares;
  }

  /** Left end of the first bin. */
  public double minimum() {
    return minimum;
  }

  public double binWidth() {
    return binWidth;
  }

  public int bins() {
    return normal.length;
  }

  /** Share of the normal pictures whose scores lie in a bin. */
  public double normal(int bin) {
    return normal[bin];
  }

  /** Share of the anomalous pictures whose scores lie in a bin. */
  public double anomalous(int bin) {
    return anomalous[bin];
  }

  /** The largest share in any bin. */
  public double highest() {
    return DoubleStream.concat(Arrays.stream(normal), Arrays.stream(anomalous)).max().orElse(0);
  }
}
