package sc.fiji.cavga.lab;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVPrinter;
import sc.fiji.cavga.io.AtomicFile;
import sc.fiji.cavga.io.table.TableFormat;

/** What trials have measured: a row for each, and their means over classes and seeds. */
public final class TrialTable {

  static final List<String> METRICS =
      List.of(
          "image_auroc",
          "image_ap",
          "balanced_accuracy",
          "accuracy",
          "classifier_auroc",
          "classifier_balanced_accuracy",
          "pixel_auroc",
          "pixel_ap",
          "aupro_30",
          "iou_at_threshold",
          "iou_max",
          "iou_at_paper_threshold",
          "mean_iou_at_paper_threshold",
          "paper_accuracy",
          "paper_balanced_accuracy",
          "normal_pixels_marked",
          "training_seconds");

  private final List<List<String>> rows = new ArrayList<>();

  /** Metric, then seed, then one value for each class. */
  private final Map<String, Map<Long, List<Double>>> values = new TreeMap<>();

  /**
   * Adds a trial.
   *
   * @param metrics as {@code metrics.json} has them
   */
  public void add(String normalClass, long seed, JsonObject metrics) {
    List<String> row = new ArrayList<>(List.of(normalClass, String.valueOf(seed)));
    for (String metric : METRICS) {
      if (!metrics.has(metric) || metrics.get(metric).isJsonNull()) {
        row.add("");
        continue;
      }
      double value = metrics.get(metric).getAsDouble();
      row.add(String.format(Locale.ROOT, "%.6g", value));
      values
          .computeIfAbsent(metric, m -> new TreeMap<>())
          .computeIfAbsent(seed, s -> new ArrayList<>())
          .add(value);
    }
    rows.add(row);
  }

  /** Writes all rows as CSV, whole or not at all. */
  public void write(Path file) throws IOException {
    List<String> header = new ArrayList<>(List.of("class", "seed"));
    header.addAll(METRICS);
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer =
        new CSVPrinter(text, TableFormat.withHeader(header.toArray(new String[0])))) {
      for (List<String> row : rows) printer.printRecord(row);
    }
    AtomicFile.writeText(file, text.toString());
  }

  /**
   * For each metric its mean over classes and seeds, and the standard deviation over seeds of the
   * mean over classes.
   */
  public List<String> summary() {
    List<String> lines = new ArrayList<>();
    for (String metric : METRICS) {
      if (!values.containsKey(metric)) continue;
      double[] means =
          values.get(metric).values().stream()
              .mapToDouble(v -> v.stream().mapToDouble(Double::doubleValue).average().orElse(0))
              .toArray();
      double mean = mean(means);
      String spread =
          means.length < 2
              ? "one seed"
              : String.format(
                  Locale.ROOT, "spread over %d seeds %.4f", means.length, spread(means, mean));
      lines.add(String.format(Locale.ROOT, "%-28s %9.4f  (%s)", metric, mean, spread));
    }
    return lines;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) sum += value;
    return sum / values.length;
  }

  private static double spread(double[] values, double mean) {
    double squares = 0;
    for (double value : values) squares += (value - mean) * (value - mean);
    return Math.sqrt(squares / (values.length - 1));
  }
}
