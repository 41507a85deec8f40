package sc.fiji.cavga.io.table;

import org.apache.commons.csv.CSVFormat;

/**
 * How tables are written: commas, quotes where they are needed, one line feed after each row, in
 * UTF-8 without a byte order mark. Excel alone wants the mark; Python's csv, R's read.csv and awk
 * take it for a part of the first column's name.
 */
public final class TableFormat {

  private TableFormat() {}

  /**
   * To write rows, or to read a table.
   *
   * @param header the names of the columns, written as first row; none for a table that is read,
   *     whose first row has them
   */
  // build() is what all versions have that Fiji came with: get() began with commons-csv 1.13.
  @SuppressWarnings("deprecation")
  public static CSVFormat withHeader(String... header) {
    return CSVFormat.DEFAULT
        .builder()
        .setHeader(header)
        .setSkipHeaderRecord(header.length == 0)
        .setRecordSeparator('\n')
        .build();
  }
}
