package sc.fiji.cavga.evaluate.report;

import java.util.List;
import java.util.Locale;
import sc.fiji.cavga.evaluate.metric.Decisions;
import sc.fiji.cavga.evaluate.metric.Evaluation;
import sc.fiji.cavga.evaluate.metric.Metric;
import sc.fiji.cavga.evaluate.metric.Metrics;
import sc.fiji.cavga.evaluate.metric.PictureResult;
import sc.fiji.cavga.render.HeatMap;
import sc.fiji.cavga.render.Html;

/**
 * An evaluation as one HTML page that needs no other file and no network: metrics, decisions,
 * curves, the pictures that were judged best and worst, and what failed.
 */
final class ReportPage {

  private static final List<Metric> SHOWN =
      List.of(
          Metric.IMAGE_AUROC,
          Metric.IMAGE_AP,
          Metric.BALANCED_ACCURACY,
          Metric.ACCURACY,
          Metric.SENSITIVITY_AT_95_SPECIFICITY,
          Metric.PIXEL_AUROC,
          Metric.PIXEL_AP,
          Metric.AUPRO_30,
          Metric.IOU_AT_THRESHOLD,
          Metric.DICE_AT_THRESHOLD,
          Metric.IOU_MAX,
          Metric.IOU_AT_PAPER_THRESHOLD,
          Metric.MEAN_IOU_AT_PAPER_THRESHOLD,
          Metric.PAPER_ACCURACY,
          Metric.PAPER_BALANCED_ACCURACY);

  /** Nothing but what is in the page may be shown or run. */
  private static final String POLICY =
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

  private static final String STYLE =
      "body{font:15px/1.45 Helvetica,Arial,sans-serif;color:#222;max-width:1180px;margin:2em"
          + " auto;padding:0 1em}"
          + "h1{font-size:1.6em}h2{font-size:1.2em;margin-top:2em;border-bottom:1px solid #ccc}"
          + "table{border-collapse:collapse}th,td{padding:.3em .9em .3em 0;text-align:left;"
          + "vertical-align:top;border-bottom:1px solid #eee}"
          + "td.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}"
          + ".plots{display:flex;flex-wrap:wrap}.plots svg{width:380px;height:auto}"
          + ".cards{display:flex;flex-wrap:wrap;gap:14px}"
          + ".card{width:568px;border:1px solid #ddd;padding:8px;box-sizing:border-box}"
          + ".card p{margin:0 0 6px;overflow-wrap:anywhere}.views{display:flex;gap:8px}"
          + "figure{margin:0;width:178px}figure img,.none{width:178px;height:178px;display:block;"
          + "background:#eee}.pixels img{image-rendering:pixelated}"
          + "figcaption,.small{font-size:.85em;color:#555}"
          + ".wrong{color:#a02c00;font-weight:600}.right{color:#005a87;font-weight:600}"
          + ".bar{width:300px;height:14px;border:1px solid #999}"
          + ".ticks{position:relative;width:300px;height:1.6em}.ticks span{position:absolute;"
          + "transform:translateX(-50%)}";

  private final String about;
  private final Evaluation evaluation;
  private final Metrics metrics;
  private final List<PictureResult> results;
  private final double normalPixelsMarked;
  private final Gallery gallery;
  private final List<String> warnings;

  /**
   * @param about what was measured, in sentences
   * @param metrics of the evaluation
   */
  ReportPage(
      String about,
      Evaluation evaluation,
      Metrics metrics,
      List<PictureResult> results,
      double normalPixelsMarked,
      Gallery gallery,
      List<String> warnings) {
    this.warnings = warnings;
    this.about = about;
    this.evaluation = evaluation;
    this.metrics = metrics;
    this.results = results;
    this.normalPixelsMarked = normalPixelsMarked;
    this.gallery = gallery;
  }

  String text() {
    StringBuilder page = new StringBuilder();
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">\n")
        .append("<title>CAVGA evaluation</title>\n<style>" + STYLE + "</style>\n</head>\n<body>\n");
    summary(page);
    warnings(page);
    metrics(page);
    decisions(page);
    page.append("<h2>Curves</h2>\n<div class=\"plots\">\n");
    EvaluationPlots.svg(evaluation).values().forEach(page::append);
    page.append("</div>\n");
    pictures(page);
    failures(page);
    page.append(new PictureNotes(results).html());
    page.append("<p class=\"small\">For research; not a medical device.</p>\n</body>\n</html>\n");
    return page.toString();
  }

  private void summary(StringBuilder page) {
    page.append("<h1>CAVGA evaluation</h1>\n<p>" + Html.text(about));
    if (!Double.isNaN(normalPixelsMarked))
      page.append(
          String.format(
              Locale.ROOT,
              " Of the normal pictures' pixels %.1f %% are marked at the calibrated threshold.",
              100 * normalPixelsMarked));
    page.append("</p>\n");
  }

  private void warnings(StringBuilder page) {
    if (warnings.isEmpty()) return;
    page.append("<h2>Doubts about the data set</h2>\n<ul>\n");
    for (String warning : warnings) page.append("<li>" + Html.text(warning) + "</li>\n");
    page.append("</ul>\n");
  }

  private void metrics(StringBuilder page) {
    page.append("<h2>Metrics</h2>\n<table>\n<tr><th>Metric</th><th>Value</th>")
        .append("<th>95 % interval</th><th>What it says</th></tr>\n");
    for (Metric metric : SHOWN) {
      page.append("<tr><td>" + metric.title() + "</td><td class=\"number\">")
          .append(MetricText.number(metrics.value(metric)) + "</td><td class=\"number\">")
          .append(MetricText.interval(metrics.interval(metric)) + "</td><td>")
          .append(metric.meaning() + "</td></tr>\n");
    }
    page.append("</table>\n<p class=\"small\">Intervals by drawing pictures anew, normal and")
        .append(" anomalous ones apart. Pixels are compared at the network's size inside the")
        .append(" field of view. – means that these pictures do not tell.</p>\n");
  }

  private void decisions(StringBuilder page) {
    Decisions decisions = evaluation.decisions();
    page.append("<h2>Decisions at the model's threshold</h2>\n<table>\n")
        .append(
            "<tr><th></th><th>called anomalous</th><th>called normal</th><th>not judged</th></tr>\n")
        .append(row("anomalous", decisions.found(), decisions.missed(), evaluation.notJudged(true)))
        .append(row("normal", decisions.alarmed(), decisions.passed(), evaluation.notJudged(false)))
        .append("</table>\n<p class=\"small\">An anomalous picture that was not judged counts as")
        .append(" a miss.</p>\n");
  }

  private static String row(String name, long anomalous, long normal, long notJudged) {
    return "<tr><td>"
        + name
        + "</td><td class=\"number\">"
        + anomalous
        + "</td><td class=\"number\">"
        + normal
        + "</td><td class=\"number\">"
        + notJudged
        + "</td></tr>\n";
  }

  private void pictures(StringBuilder page) {
    page.append("<h2>Pictures judged worst</h2>\n<p>Anomalous ones with the lowest scores, then")
        .append(" normal ones with the highest.</p>\n");
    scale(page);
    cards(page, gallery.worst());
    page.append("<h2>Pictures judged best</h2>\n<p>Anomalous ones with the highest scores, then")
        .append(" normal ones with the lowest.</p>\n");
    cards(page, gallery.best());
  }

  private static void scale(StringBuilder page) {
    page.append("<div class=\"bar\" style=\"background:linear-gradient(to right");
    int stops = 24;
    for (int i = 0; i <= stops; i++)
      page.append(
          String.format(
              Locale.ROOT,
              ",#%06x %.1f%%",
              HeatMap.over(0x808080, HeatMap.TOP * i / stops),
              100.0 * i / stops));
    page.append(")\"></div>\n<div class=\"ticks small\">");
    for (int tick = 0; tick <= HeatMap.TOP; tick++)
      page.append(
          String.format(
              Locale.ROOT,
              "<span style=\"left:%.1f%%\">%d%s</span>",
              100 * tick / HeatMap.TOP,
              tick,
              tick == 1 ? " = threshold" : ""));
    page.append("</div>\n");
  }

  private void cards(StringBuilder page, List<Gallery.Entry> entries) {
    page.append("<div class=\"cards\">\n");
    for (Gallery.Entry entry : entries) {
      PictureResult result = entry.result;
      boolean called = result.score() > evaluation.scoreThreshold();
      page.append("<div class=\"card" + (entry.thumbnail.side < 178 ? " pixels" : "") + "\"><p>")
          .append("<b>" + Html.text(result.name()) + "</b><br>")
          .append(result.anomalous() ? "anomalous" : "normal")
          .append(", score " + MetricText.number(result.score()))
          .append(
              " (threshold " + MetricText.number(evaluation.scoreThreshold()) + "): <span class=\"")
          .append(called == result.anomalous() ? "right" : "wrong")
          .append(called ? "\">called anomalous" : "\">called normal")
          .append("</span></p><div class=\"views\">")
          .append(figure(entry.thumbnail.picture, "picture"))
          .append(figure(entry.thumbnail.map, "map"))
          .append(
              entry.thumbnail.mask != null
                  ? figure(entry.thumbnail.mask, "mask, outlined")
                  : "<figure><div class=\"none\"></div><figcaption>"
                      + (result.anomalous() ? "no mask known" : "normal: nothing to mark")
                      + "</figcaption></figure>")
          .append("</div></div>\n");
    }
    page.append("</div>\n");
  }

  private static String figure(byte[] png, String caption) {
    return "<figure>"
        + Html.picture(png, caption)
        + "<figcaption>"
        + caption
        + "</figcaption></figure>";
  }

  private void failures(StringBuilder page) {
    if (results.stream().allMatch(result -> result.problem().isEmpty())) return;
    page.append("<h2>Pictures without a score</h2>\n<table>\n");
    for (PictureResult result : results)
      result
          .problem()
          .ifPresent(
              problem ->
                  page.append("<tr><td>" + Html.text(result.name()) + "</td><td>")
                      .append(Html.text(problem) + "</td></tr>\n"));
    page.append("</table>\n");
  }
}
