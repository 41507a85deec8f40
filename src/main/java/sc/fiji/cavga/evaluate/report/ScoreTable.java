package sc.fiji.cavga.evaluate.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVPrinter;
import sc.fiji.cavga.evaluate.metric.PictureResult;
import sc.fiji.cavga.io.table.SpreadsheetCell;
import sc.fiji.cavga.io.table.TableFormat;

/** One row per test picture, as CSV; what is not known is empty. */
final class ScoreTable {

  private static final String[] COLUMNS = {
    "image",
    "label",
    "score",
    "threshold",
    "decision",
    "marked_fraction",
    "pixel_auroc",
    "classifier_probability",
    "status",
    "message",
    "notes",
    "warning"
  };

  private ScoreTable() {}

  static String text(List<PictureResult> results, double threshold) throws IOException {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, TableFormat.withHeader(COLUMNS))) {
      for (PictureResult result : results) {
        boolean failed = result.problem().isPresent();
        printer.printRecord(
            SpreadsheetCell.of(result.name()),
            word(result.anomalous()),
            number(result.score()),
            number(threshold),
            failed ? "" : word(result.score() > threshold),
            number(result.markedShare()),
            number(result.pixelAuroc()),
            number(result.classifierProbability()),
            result.isNotJudged() ? "not judged" : failed ? "failed" : "ok",
            SpreadsheetCell.of(result.problem().orElse("")),
            SpreadsheetCell.of(String.join(" ", result.notes())),
            SpreadsheetCell.of(result.warning().orElse("")));
      }
    }
    return text.toString();
  }

  private static String word(boolean anomalous) {
    return anomalous ? "anomalous" : "normal";
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.6g", value);
  }
}
