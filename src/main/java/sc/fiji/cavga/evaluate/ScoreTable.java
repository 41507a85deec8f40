package sc.fiji.cavga.evaluate;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

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
    "message"
  };

  private static final String RISKY = "=+-@\t\r'";

  private ScoreTable() {}

  static String text(List<PictureResult> results, double threshold) throws IOException {
    StringBuilder text = new StringBuilder();
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setHeader(COLUMNS).setRecordSeparator('\n').get();
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      for (PictureResult result : results) {
        boolean failed = result.problem().isPresent();
        printer.printRecord(
            cell(result.name()),
            word(result.anomalous()),
            number(result.score()),
            number(threshold),
            failed ? "" : word(result.score() > threshold),
            number(result.markedShare()),
            number(result.pixelAuroc()),
            number(result.classifierProbability()),
            failed ? "failed" : "ok",
            cell(result.problem().orElse("")));
      }
    }
    return text.toString();
  }

  /** On one line, and such that a spreadsheet does not take it for a formula. */
  private static String cell(String text) {
    String line = text.replaceAll("\\R+", " ").replaceAll("[\\p{Cc}&&[^\t]]", " ");
    return !line.isEmpty() && RISKY.indexOf(line.charAt(0)) >= 0 ? "'" + line : line;
  }

  private static String word(boolean anomalous) {
    return anomalous ? "anomalous" : "normal";
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.6g", value);
  }
}
