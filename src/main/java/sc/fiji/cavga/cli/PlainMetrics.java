package sc.fiji.cavga.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sc.fiji.cavga.cli.progress.PlainText;
import sc.fiji.cavga.evaluate.metric.Metric;
import sc.fiji.cavga.evaluate.metric.Metrics;
import sc.fiji.cavga.evaluate.report.EvaluationReport;

/** The most important metrics as sentences; what cannot be computed is left out. */
final class PlainMetrics {

  private static final int MOST_WARNINGS = 10;

  private PlainMetrics() {}

  /** Of one evaluation, the number of pictures first. */
  static List<String> lines(EvaluationReport report) {
    Metrics metrics = report.metrics();
    List<String> lines = new ArrayList<>();
    lines.add(report.pictures());
    add(
        lines,
        "An anomalous picture scores higher than a normal one in %.1f %% of pairs (image AUROC"
            + " %.3f).",
        metrics.value(Metric.IMAGE_AUROC));
    add(
        lines,
        "An anomalous pixel is marked stronger than a normal one in %.1f %% of pairs (pixel AUROC"
            + " %.3f).",
        metrics.value(Metric.PIXEL_AUROC));
    add(
        lines,
        "At the calibrated threshold sensitivity and specificity of the decision are %.1f %% on"
            + " average (balanced accuracy %.3f).",
        metrics.value(Metric.BALANCED_ACCURACY));
    add(
        lines,
        "Of healthy retina %.1f %% is marked at the calibrated threshold (share %.3f).",
        report.normalPixelsMarked());
    for (String method : report.further().methods())
      add(
          lines,
          "By the method " + method + " it does so in %.1f %% of pairs (image AUROC %.3f).",
          report.further().auroc(method));
    return lines;
  }

  /** The first of what is doubtful about the data set, and how much more there is. */
  static List<String> warnings(EvaluationReport report) {
    List<String> lines = new ArrayList<>();
    for (String warning : report.warnings())
      if (lines.size() < MOST_WARNINGS) lines.add("Warning: " + PlainText.line(warning));
    int more = report.warnings().size() - lines.size();
    if (more > 0) lines.add(more + " more warnings are in " + EvaluationReport.PAGE + ".");
    return lines;
  }

  private static void add(List<String> lines, String format, double value) {
    if (!Double.isNaN(value)) lines.add(String.format(Locale.ROOT, format, 100 * value, value));
  }
}
