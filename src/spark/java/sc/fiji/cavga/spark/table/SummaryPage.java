package sc.fiji.cavga.spark.table;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import sc.fiji.cavga.render.Html;

/** A summary as one page that needs no other file and no network. */
final class SummaryPage {

  /** Nothing but what is in the page may be shown or run. */
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  private static final String STYLE =
      "body{font:15px/1.45 Helvetica,Arial,sans-serif;color:#222;max-width:1180px;margin:2em"
          + " auto;padding:0 1em}h1{font-size:1.6em}"
          + "h2{font-size:1.2em;margin-top:2em;border-bottom:1px solid #ccc}"
          + "table{border-collapse:collapse}th,td{padding:.3em .9em .3em 0;text-align:left;"
          + "vertical-align:top;border-bottom:1px solid #eee;overflow-wrap:anywhere}"
          + ".small{font-size:.85em;color:#555}";

  private static final int HEIGHT = 200;
  private static final int BAR = 16;

  private final String output;
  private final JsonObject summary;

  SummaryPage(String output, JsonObject summary) {
    this.output = output;
    this.summary = summary;
  }

  String text() {
    StringBuilder page = new StringBuilder();
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">\n")
        .append("<title>CAVGA archive</title>\n<style>" + STYLE + "</style>\n</head>\n<body>\n")
        .append("<h1>CAVGA archive</h1>\n<p>" + Html.text(output) + "</p>\n");
    counts(page, summary.get("counts").getAsJsonObject());
    page.append("<h2>Scores</h2>\n");
    histogram(page, summary.get("scores").getAsJsonObject());
    page.append("<h2>Failures by kind</h2>\n");
    table(page, "failures", List.of("pictures", "kind", "example"));
    page.append("<h2>Slowest files</h2>\n");
    table(page, "slowest", List.of("seconds", "image", "status", "host"));
    page.append("<h2>Strangest files</h2>\n");
    table(page, "strangest", List.of("strangeness", "score", "regions", "image"));
    return page.append(
            "<p class=\"small\">For research; not a medical device.</p>\n</body>\n</html>\n")
        .toString();
  }

  private static void counts(StringBuilder page, JsonObject counts) {
    page.append("<table>\n");
    for (Map.Entry<String, JsonElement> each : counts.entrySet())
      page.append("<tr><th>")
          .append(Html.text(each.getKey().replace('_', ' ')))
          .append("</th><td>")
          .append(number(each.getValue()))
          .append("</td></tr>\n");
    page.append("</table>\n");
  }

  private static String number(JsonElement value) {
    double number = value.getAsDouble();
    return number == Math.rint(number)
        ? String.format(Locale.ROOT, "%,d", (long) number)
        : String.format(Locale.ROOT, "%.4g", number);
  }

  private static void histogram(StringBuilder page, JsonObject scores) {
    if (!scores.has("counts")) {
      page.append("<p>No picture has a score.</p>\n");
      return;
    }
    JsonArray counts = scores.get("counts").getAsJsonArray();
    double low = scores.get("low").getAsDouble();
    double width = scores.get("width").getAsDouble();
    double threshold = scores.get("threshold").getAsDouble();
    long most = 1;
    for (JsonElement count : counts) most = Math.max(most, count.getAsLong());
    int right = BAR * counts.size();
    page.append(
        String.format(
            Locale.ROOT,
            "<svg width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"histogram of scores\">%n",
            right,
            HEIGHT + 20));
    for (int i = 0; i < counts.size(); i++) {
      long count = counts.get(i).getAsLong();
      double height = HEIGHT * (double) count / most;
      page.append(
          String.format(
              Locale.ROOT,
              "<rect x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\" fill=\"%s\"><title>%.4g to"
                  + " %.4g: %d</title></rect>%n",
              BAR * i,
              HEIGHT - height,
              BAR - 1,
              height,
              low + i * width > threshold ? "#d55e00" : "#0072b2",
              low + i * width,
              low + (i + 1) * width,
              count));
    }
    page.append(
        String.format(
            Locale.ROOT,
            "<text x=\"0\" y=\"%d\">%.4g</text><text x=\"%d\" y=\"%d\" text-anchor=\"end\">%.4g</text>"
                + "%n</svg>%n<p class=\"small\">Orange bars begin above the threshold, %.6g.</p>%n",
            HEIGHT + 16,
            low,
            right,
            HEIGHT + 16,
            low + width * counts.size(),
            threshold));
  }

  private void table(StringBuilder page, String name, List<String> columns) {
    JsonArray rows = summary.get(name).getAsJsonArray();
    if (rows.size() == 0) {
      page.append("<p>None.</p>\n");
      return;
    }
    page.append("<table>\n<tr>");
    for (String column : columns) page.append("<th>").append(column).append("</th>");
    page.append("</tr>\n");
    for (JsonElement row : rows) {
      page.append("<tr>");
      for (String column : columns)
        page.append("<td>")
            .append(Html.text(row.getAsJsonObject().get(column).getAsString()))
            .append("</td>");
      page.append("</tr>\n");
    }
    page.append("</table>\n");
  }
}
