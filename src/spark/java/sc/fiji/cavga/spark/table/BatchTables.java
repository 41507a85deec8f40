package sc.fiji.cavga.spark.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import sc.fiji.cavga.spark.store.Store;
import sc.fiji.cavga.spark.work.RowColumns;

/**
 * Makes a batch's tables of what tasks have found: one Parquet file of each. The results come last,
 * so that a batch that has them has all.
 */
public final class BatchTables {

  /** Of a table's row, its number in its picture, from 0. */
  static final String ROW = "row_number";

  /** What tells to which picture a table's row belongs, and where in it. */
  private static final List<String> PLACE =
      List.of(RowColumns.NUMBER, RowColumns.PATH, RowColumns.FILE, "picture", ROW);

  private final RunTables tables;
  private final StructType plan;
  private final String version;

  /**
   * @param plan the columns that rows of the plan have
   * @param version of the software
   */
  public BatchTables(RunTables tables, StructType plan, String version) {
    this.tables = tables;
    this.plan = plan;
    this.version = version;
  }

  /** Where a table's batch lies. */
  public static String place(String output, String table, int batch) {
    return Store.below(output, table + "/batch=" + batch);
  }

  /**
   * Writes them in the place of earlier ones.
   *
   * @param found what {@code ChunkWork} has made of the batch
   */
  public void write(Dataset<Row> found, String output, int batch) {
    List<String> columns = new ArrayList<>();
    for (String column : plan.fieldNames()) columns.add(RunTables.quoted(column));
    columns.add("host");
    columns.add("inline(pictures)");
    Dataset<Row> pictures = found.selectExpr(columns.toArray(new String[0]));
    for (Map.Entry<String, List<String>> table : tables.others().entrySet())
      write(
          table(pictures, table.getKey(), table.getValue()), place(output, table.getKey(), batch));
    write(results(pictures), place(output, RunTables.RESULTS, batch));
  }

  private static void write(Dataset<Row> table, String place) {
    table.coalesce(1).write().mode("overwrite").parquet(Store.address(place));
  }

  private Dataset<Row> results(Dataset<Row> pictures) {
    List<String> select = new ArrayList<>();
    cells(select, "cells", tables.columns(), CellType::ofResults);
    for (String column : plan.fieldNames()) select.add(RunTables.quoted(column));
    select.add("picture");
    select.add("output");
    select.add("'" + version.replace("'", "") + "' as software_version");
    select.add("host");
    return pictures.selectExpr(select.toArray(new String[0]));
  }

  private static Dataset<Row> table(Dataset<Row> pictures, String name, List<String> columns) {
    List<String> names = new ArrayList<>(List.of("image"));
    names.addAll(columns);
    List<String> select = new ArrayList<>();
    boolean regions = name.equals(RunTables.REGIONS);
    cells(select, "row", names, regions ? CellType::ofRegions : column -> CellType.TEXT);
    for (String column : PLACE) if (!names.contains(column)) select.add(column);
    String[] place = PLACE.subList(0, PLACE.size() - 1).toArray(new String[0]);
    return pictures
        .selectExpr(and(place, "inline(tables)"))
        .where("name = '" + name + "'")
        .selectExpr(and(place, "posexplode(rows) as (" + ROW + ", row)"))
        .selectExpr(select.toArray(new String[0]));
  }

  private static String[] and(String[] columns, String last) {
    String[] all = Arrays.copyOf(columns, columns.length + 1);
    all[columns.length] = last;
    return all;
  }

  private static void cells(
      List<String> select, String row, List<String> columns, Function<String, CellType> type) {
    for (int i = 0; i < columns.size(); i++)
      select.add(
          type.apply(columns.get(i)).value(row + "[" + i + "]")
              + " as "
              + RunTables.quoted(columns.get(i)));
  }
}
