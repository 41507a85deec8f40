package sc.fiji.cavga.io.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

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

  /**
   * All rows of a table in UTF-8, whose first row names the columns.
   *
   * @throws IOException when it cannot be read
   */
  public static List<CSVRecord> rows(Path table) throws IOException {
    try (CSVParser parser = CSVParser.parse(table, StandardCharsets.UTF_8, withHeader())) {
      return parser.getRecords();
    }
  }
}
