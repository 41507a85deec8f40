package sc.fiji.cavga.ui.disc;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.util.LinkedHashSet;
import java.util.Set;
import sc.fiji.cavga.localize.disc.MeasuredDisc;
import sc.fiji.cavga.ui.Desktop;
import sc.fiji.cavga.ui.TableCells;

/**
 * What was measured of discs as ImageJ tables, with the columns of the command line's results.csv
 * and discs.csv.
 */
public final class DiscTables {

  private static final String IMAGE = "image";

  private ResultsTable measures = TableCells.table();
  private ResultsTable hours = TableCells.table();

  /** Adds a picture and its clock hours. */
  public void add(MeasuredDisc disc) {
    measures.incrementCounter();
    disc.row(disc.name()).forEach((column, value) -> TableCells.add(measures, column, value));
    TableCells.add(hours, disc.name(), disc.hours());
  }

  /** A row for each picture. */
  public ResultsTable measures() {
    return measures;
  }

  /** Twelve rows for each picture whose disc was measured. */
  public ResultsTable hours() {
    return hours;
  }

  /** Puts these pictures in the place that they have in the image's tables that are shown. */
  public void mergeIntoShown(ImagePlus image) {
    Set<String> again = images(measures);
    measures = merged(ResultsTable.getResultsTable(title("discs", image)), measures, again);
    hours = merged(ResultsTable.getResultsTable(title("clock hours", image)), hours, again);
  }

  /** Shows the tables in windows, in place of the image's earlier ones. */
  public void show(ImagePlus image) {
    Desktop.show(measures, title("discs", image));
    Desktop.show(hours, title("clock hours", image));
  }

  private static String title(String what, ImagePlus image) {
    return "CAVGA " + what + ": " + image.getTitle();
  }

  /**
   * Rows of pictures that were measured again, in their earlier place.
   *
   * @param earlier null where there is none
   * @param again what pictures were measured again
   */
  static ResultsTable merged(ResultsTable earlier, ResultsTable fresh, Set<String> again) {
    ResultsTable merged = TableCells.table();
    Set<String> left = new LinkedHashSet<>(again);
    for (int row = 0; earlier != null && row < earlier.size(); row++) {
      String image = earlier.getStringValue(IMAGE, row);
      if (!again.contains(image)) copy(earlier, row, merged);
      else if (left.remove(image)) copyAll(fresh, image, merged);
    }
    for (String image : left) copyAll(fresh, image, merged);
    return merged;
  }

  private static Set<String> images(ResultsTable table) {
    Set<String> images = new LinkedHashSet<>();
    for (int row = 0; row < table.size(); row++) images.add(table.getStringValue(IMAGE, row));
    return images;
  }

  private static void copyAll(ResultsTable from, String image, ResultsTable to) {
    for (int row = 0; row < from.size(); row++)
      if (from.getStringValue(IMAGE, row).equals(image)) copy(from, row, to);
  }

  private static void copy(ResultsTable from, int row, ResultsTable to) {
    to.incrementCounter();
    for (String column : from.getHeadings()) {
      double value = from.getValue(column, row);
      String text = from.getStringValue(column, row);
      boolean empty = text.isEmpty() || text.equals("NaN");
      TableCells.add(to, column, Double.isNaN(value) && !empty ? text : (Object) value);
    }
  }
}
