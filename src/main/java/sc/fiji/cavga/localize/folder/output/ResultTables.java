package sc.fiji.cavga.localize.folder.output;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVPrinter;
import sc.fiji.cavga.io.AtomicFile;
import sc.fiji.cavga.io.table.SpreadsheetCell;
import sc.fiji.cavga.io.table.TableFormat;
import sc.fiji.cavga.localize.FurtherColumns;
import sc.fiji.cavga.localize.Localization;
import sc.fiji.cavga.localize.Region;
import sc.fiji.cavga.localize.folder.journal.Journal;
import sc.fiji.cavga.localize.folder.journal.JournalEntry;
import sc.fiji.cavga.model.examination.FurtherTable;

/**
 * The tables {@code results.csv} and {@code regions.csv} of a folder run, and further ones of its
 * methods, in UTF-8.
 */
public final class ResultTables {

  /** The first columns of {@code results.csv}; the columns of further methods follow. */
  public static final List<String> RESULTS =
      List.of(
          "image",
          "score",
          "threshold",
          "anomalous",
          "regions",
          "anomalous_fraction",
          "seconds",
          "status",
          "message",
          "judged",
          "warning");

  /** The table of all regions, without rows. */
  public static final FurtherTable REGIONS =
      new FurtherTable(
          "regions",
          List.of(
              "region",
              "area_px",
              "mean",
              "max",
              "centroid_x",
              "centroid_y",
              "x",
              "y",
              "width",
              "height"),
          List.of());

  private ResultTables() {}

  /**
   * The row of a picture that was localized.
   *
   * @param model the last columns, see {@link FurtherColumns#ofModel}
   */
  public static List<String> done(
      String image, Localization localization, Map<String, String> model, double seconds) {
    List<String> row = new ArrayList<>(known(image, localization, seconds));
    FurtherColumns.values(localization).forEach((name, value) -> row.add(cell(name, value)));
    row.addAll(model.values());
    return row;
  }

  /**
   * What stands in a cell.
   *
   * @param value a {@link Double}, NaN for an empty cell, or anything with a text
   */
  public static String cell(String column, Object value) {
    if (!(value instanceof Double)) return SpreadsheetCell.of(String.valueOf(value));
    if (Double.isNaN((Double) value)) return "";
    return number(column.endsWith(FurtherColumns.SCORE) ? "%.6f" : "%.6g", (Double) value);
  }

  private static List<String> known(String image, Localization localization, double seconds) {
    return List.of(
        SpreadsheetCell.of(image),
        Double.isNaN(localization.score()) ? "" : number("%.6f", localization.score()),
        threshold(localization.scoreThreshold()),
        localization.judged() ? String.valueOf(localization.anomalous()) : "",
        String.valueOf(localization.regions().size()),
        number("%.6f", localization.anomalousFraction()),
        seconds(seconds),
        "ok",
        SpreadsheetCell.of(localization.notes()),
        String.valueOf(localization.judged()),
        SpreadsheetCell.of(localization.warning().orElse("")));
  }

  /**
   * The row of a picture that failed.
   *
   * @param columns of {@code results.csv}; most are empty
   * @param known what every row has, by column
   */
  public static List<String> failed(
      List<String> columns,
      Map<String, String> known,
      String image,
      String message,
      double seconds) {
    List<String> row = new ArrayList<>(Collections.nCopies(columns.size(), ""));
    known.forEach((column, cell) -> row.set(columns.indexOf(column), cell));
    row.set(columns.indexOf("image"), SpreadsheetCell.of(image));
    row.set(columns.indexOf("seconds"), seconds(seconds));
    row.set(columns.indexOf("status"), "failed");
    row.set(columns.indexOf("message"), SpreadsheetCell.of(message));
    return row;
  }

  /** The rows of a picture's regions. */
  public static List<List<String>> regions(String image, List<Region> regions) {
    List<List<String>> rows = new ArrayList<>();
    for (Region region : regions)
      rows.add(
          Arrays.asList(
              SpreadsheetCell.of(image),
              String.valueOf(region.number()),
              String.valueOf(region.area()),
              number("%.4f", region.mean()),
              number("%.4f", region.max()),
              number("%.2f", region.centroidX()),
              number("%.2f", region.centroidY()),
              String.valueOf(region.x()),
              String.valueOf(region.y()),
              String.valueOf(region.width()),
              String.valueOf(region.height())));
    return rows;
  }

  /** A picture's rows of further tables, by table. */
  public static Map<String, List<List<String>>> further(String image, List<FurtherTable> further) {
    Map<String, List<List<String>>> tables = new LinkedHashMap<>();
    for (FurtherTable table : further) {
      List<List<String>> rows = new ArrayList<>();
      for (List<Object> cells : table.rows()) {
        List<String> row = new ArrayList<>(List.of(SpreadsheetCell.of(image)));
        for (Object cell : cells) row.add(cell("", cell));
        rows.add(row);
      }
      tables.put(table.name(), rows);
    }
    return tables;
  }

  /** A threshold as the tables have it. */
  public static String threshold(double threshold) {
    return number("%.6f", threshold);
  }

  /** A time as the tables have it. */
  public static String seconds(double seconds) {
    return number("%.3f", seconds);
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  /**
   * Writes all tables from the journal, each whole or not at all.
   *
   * @throws IOException with one sentence that names the file and says what to do
   */
  static void publish(
      Journal journal, OutputFolder folder, List<String> results, List<FurtherTable> tables)
      throws IOException {
    journal.force();
    for (FurtherTable table : tables) {
      List<String> header = new ArrayList<>(List.of("image"));
      header.addAll(table.columns());
      Rows rows =
          table.name().equals(REGIONS.name())
              ? journal::regions
              : entry -> journal.further(entry, table.name());
      write(folder.table(table.name()), header, rows, journal);
    }
    write(folder.results(), results, entry -> List.of(entry.row()), journal);
  }

  /** What a table has of an entry. */
  private interface Rows {
    List<List<String>> of(JournalEntry entry) throws IOException;
  }

  private static void write(Path target, List<String> header, Rows rows, Journal journal)
      throws IOException {
    AtomicFile.write(
        target,
        out -> {
          Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          CSVPrinter printer =
              new CSVPrinter(writer, TableFormat.withHeader(header.toArray(new String[0])));
          for (JournalEntry entry : journal.rows())
            for (List<String> row : rows.of(entry)) printer.printRecord(row);
          printer.flush();
        });
  }
}
