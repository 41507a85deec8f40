package sc.fiji.cavga.evaluate.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import sc.fiji.cavga.evaluate.metric.Evaluation;
import sc.fiji.cavga.evaluate.ranking.Ranking;
import sc.fiji.cavga.evaluate.ranking.RankingMetrics;
import sc.fiji.cavga.io.AtomicFile;

/**
 * The curves and the histogram of an evaluation as SVG, which every browser shows; plots of what
 * the test pictures do not tell are left out.
 */
public final class EvaluationPlots {

  /** File names in the output folder. */
  public static final String RECEIVER_OPERATING_CHARACTERISTIC = "roc.svg";

  public static final String PRECISION_RECALL = "precision_recall.svg";
  public static final String SCORE_HISTOGRAM = "score_histogram.svg";

  private EvaluationPlots() {}

  /**
   * Writes all plots into a folder.
   *
   * @throws IOException with one sentence that names the file and says what to do
   */
  public static void write(Path folder, Evaluation evaluation) throws IOException {
    for (Map.Entry<String, String> plot : svg(evaluation).entrySet())
      AtomicFile.writeText(folder.resolve(plot.getKey()), plot.getValue());
  }

  /** The plots by their file names, in the order in which they are looked at. */
  static Map<String, String> svg(Evaluation evaluation) {
    Ranking scores = evaluation.scoreRanking();
    Ranking pixels = evaluation.pixelRanking();
    if (!hasBoth(scores)) return Map.of();
    Map<String, String> plots = new LinkedHashMap<>();
    plots.put(RECEIVER_OPERATING_CHARACTERISTIC, receiverOperatingCharacteristic(scores, pixels));
    plots.put(PRECISION_RECALL, precisionRecall(scores, pixels));
    plots.put(SCORE_HISTOGRAM, histogram(evaluation));
    return plots;
  }

  private static boolean hasBoth(Ranking ranking) {
    return ranking.anomalous() > 0 && ranking.normal() > 0;
  }

  private static String receiverOperatingCharacteristic(Ranking scores, Ranking pixels) {
    SvgPlot plot =
        new SvgPlot("Receiver operating characteristic", 0, 1, 1)
            .xAxis("False positive rate (1 − specificity)", 0.2)
            .yAxis("True positive rate (sensitivity)", 0.2)
            .reference(0, 0, 1, 1);
    CurvePoints curve = CurvePoints.receiverOperatingCharacteristic(scores);
    plot.curve(curve.xs(), curve.ys(), SvgPlot.BLUE);
    plot.legend(named("Pictures, area", RankingMetrics.auroc(scores)), SvgPlot.BLUE);
    if (hasBoth(pixels)) {
      curve = CurvePoints.receiverOperatingCharacteristic(pixels);
      plot.curve(curve.xs(), curve.ys(), SvgPlot.ORANGE);
      plot.legend(named("Pixels, area", RankingMetrics.auroc(pixels)), SvgPlot.ORANGE);
    }
    return plot.svg();
  }

  private static String precisionRecall(Ranking scores, Ranking pixels) {
    SvgPlot plot =
        new SvgPlot("Precision and recall", 0, 1, 1)
            .xAxis("Recall (sensitivity)", 0.2)
            .yAxis("Precision (positive predictive value)", 0.2);
    CurvePoints curve = CurvePoints.precisionRecall(scores);
    plot.curve(curve.xs(), curve.ys(), SvgPlot.BLUE);
    double average = RankingMetrics.averagePrecision(scores);
    plot.legend(named("Pictures, average", average), SvgPlot.BLUE);
    if (hasBoth(pixels)) {
      curve = CurvePoints.precisionRecall(pixels);
      plot.curve(curve.xs(), curve.ys(), SvgPlot.ORANGE);
      average = RankingMetrics.averagePrecision(pixels);
      plot.legend(named("Pixels, average", average), SvgPlot.ORANGE);
    }
    return plot.svg();
  }

  private static String histogram(Evaluation evaluation) {
    double[] normal = evaluation.scores(false);
    double[] anomalous = evaluation.scores(true);
    double threshold = evaluation.scoreThreshold();
    ScoreHistogram histogram = new ScoreHistogram(normal, anomalous, threshold);
    double left = histogram.minimum();
    double right = left + histogram.bins() * histogram.binWidth();
    double top = histogram.highest() * 1.05;
    SvgPlot plot =
        new SvgPlot("Scores of the test pictures", left, right, top)
            .xAxis("Score (broken line: threshold)", AxisStep.above((right - left) / 7))
            .yAxis("Share of the pictures", AxisStep.above(top / 6));
    for (int bin = 0; bin < histogram.bins(); bin++) {
      double from = left + bin * histogram.binWidth();
      double to = from + histogram.binWidth();
      plot.bar(from, to, histogram.normal(bin), SvgPlot.BLUE);
      plot.bar(from, to, histogram.anomalous(bin), SvgPlot.ORANGE);
    }
    plot.reference(threshold, 0, threshold, top);
    plot.legend(normal.length + " normal", SvgPlot.BLUE);
    plot.legend(anomalous.length + " anomalous", SvgPlot.ORANGE);
    return plot.svg();
  }

  private static String named(String name, double value) {
    return String.format(Locale.ROOT, "%s %.3f", name, value);
  }
}
