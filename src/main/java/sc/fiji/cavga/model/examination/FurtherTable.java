package sc.fiji.cavga.model.examination;

import java.util.List;
import java.util.Objects;

/** Rows that a method has to say of a picture in a table of their own. Immutable. */
public final class FurtherTable {

  private final String name;
  private final List<String> columns;
  private final List<List<Object>> rows;

  /**
   * @param name of the table, in lower snake case: the file has it
   * @param columns in lower snake case; one with the picture's name comes before them
   * @param rows a cell for each column: a number, NaN where there is none, or a word
   * @throws IllegalArgumentException when a row has not as many cells as there are columns
   */
  public FurtherTable(String name, List<String> columns, List<List<Object>> rows) {
    this.name = Objects.requireNonNull(name);
    this.columns = List.copyOf(columns);
    this.rows = List.copyOf(rows);
    for (List<Object> row : rows)
      if (row.size() != columns.size())
        throw new IllegalArgumentException("A row of " + name + " has not a cell for each column.");
  }

  public String name() {
    return name;
  }

  public List<String> columns() {
    return columns;
  }

  public List<List<Object>> rows() {
    return rows;
  }
}
