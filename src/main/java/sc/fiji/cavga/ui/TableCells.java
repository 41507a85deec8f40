package sc.fiji.cavga.ui;

import ij.measure.ResultsTable;
import java.util.List;
import sc.fiji.cavga.model.examination.FurtherTable;

/** Tables of ImageJ's in which a number that there is not is an empty cell. */
public final class TableCells {

  private TableCells() {}

  /** An empty table; ImageJ's shared Results table is not touched. */
  public static ResultsTable table() {
    ResultsTable table = new ResultsTable();
    table.setPrecision(4);
    // A picture that failed has no numbers, and 0 would be one.
    table.setNaNEmptyCells(true);
    return table;
  }

  /** Adds a picture's rows of a further table. */
  public static void add(ResultsTable table, String image, FurtherTable rows) {
    for (List<Object> row : rows.rows()) {
      table.incrementCounter();
      table.addValue("image", image);
      for (int i = 0; i < row.size(); i++) add(table, rows.columns().get(i), row.get(i));
    }
  }

  /**
   * Sets a cell of the last row.
   *
   * @param value a number, NaN for an empty cell, or anything with a text
   */
  public static void add(ResultsTable table, String column, Object value) {
    if (value instanceof Number) table.addValue(column, ((Number) value).doubleValue());
    else table.addValue(column, String.valueOf(value));
  }
}
