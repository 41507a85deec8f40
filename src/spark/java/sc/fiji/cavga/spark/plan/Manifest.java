package sc.fiji.cavga.spark.plan;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import sc.fiji.cavga.spark.ArchiveException;
import sc.fiji.cavga.spark.store.Store;

/**
 * A list of files instead of a tree: a text with a path in each line, or a CSV or Parquet table
 * with a column of paths, whose further columns come into the results.
 */
final class Manifest {

  private Manifest() {}

  /** Whether a name is that of a list. */
  static boolean is(String place) {
    String name = place.toLowerCase(Locale.ROOT);
    return name.endsWith(".txt") || name.endsWith(".csv") || name.endsWith(".parquet");
  }

  /**
   * Its rows: the path as it is written there, in the first column, and the further columns.
   *
   * @param column that has the paths, where it is a table
   * @throws IOException with one sentence when there is no such file or column
   */
  static Dataset<Row> read(SparkSession spark, Store store, String place, String column)
      throws IOException {
    if (!store.exists(place))
      throw new ArchiveException("The list " + place + " does not exist; check the path.");
    String address = Store.address(place);
    String name = place.toLowerCase(Locale.ROOT);
    if (name.endsWith(".txt"))
      return spark.read().text(address).selectExpr("value as path").where("trim(path) <> ''");
    Dataset<Row> table =
        name.endsWith(".csv")
            ? spark.read().option("header", "true").option("escape", "\"").csv(address)
            : spark.read().parquet(address);
    List<String> columns = Arrays.asList(table.columns());
    if (!columns.contains(column))
      throw new ArchiveException(
          "The list "
              + place
              + " has no column "
              + column
              + " but "
              + String.join(", ", columns)
              + "; name the one that has the paths with --path-column.");
    String[] wanted =
        columns.stream()
            .filter(each -> !each.equals(column))
            .map(Manifest::quoted)
            .collect(Collectors.toList())
            .toArray(new String[0]);
    String[] first = new String[wanted.length + 1];
    first[0] = "cast(" + quoted(column) + " as string) as path";
    System.arraycopy(wanted, 0, first, 1, wanted.length);
    return table.selectExpr(first).where("trim(path) <> ''");
  }

  static String quoted(String column) {
    return "`" + column.replace("`", "``") + "`";
  }
}
