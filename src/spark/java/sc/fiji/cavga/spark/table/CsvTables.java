package sc.fiji.cavga.spark.table;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.csv.CSVPrinter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import sc.fiji.cavga.io.table.TableFormat;
import sc.fiji.cavga.spark.store.Store;
import sc.fiji.cavga.spark.work.RowColumns;

/** Puts the batches together into the CSV files that {@code cavga localize} writes. */
public final class CsvTables {

  private static final String[] ORDER = {RowColumns.NUMBER, "picture"};
  private static final String[] ORDER_OF_ROWS = {RowColumns.NUMBER, "picture", BatchTables.ROW};

  private final SparkSession spark;
  private final Store store;
  private final RunTables tables;

  public CsvTables(SparkSession spark, Store store, RunTables tables) {
    this.spark = spark;
    this.store = store;
    this.tables = tables;
  }

  /** Writes them all, each in order of the files' names. */
  public void write(String output) throws IOException {
    write(output, RunTables.RESULTS, tables.columns(), CellType::ofResults);
    for (Map.Entry<String, List<String>> table : tables.others().entrySet()) {
      boolean regions = table.getKey().equals(RunTables.REGIONS);
      List<String> columns = new ArrayList<>(List.of("image"));
      columns.addAll(table.getValue());
      write(
          output, table.getKey(), columns, regions ? CellType::ofRegions : column -> CellType.TEXT);
    }
  }

  private void write(
      String output, String name, List<String> columns, Function<String, CellType> type)
      throws IOException {
    List<String> select = new ArrayList<>();
    for (String column : columns) select.add(type.apply(column).cell(RunTables.quoted(column)));
    boolean results = name.equals(RunTables.RESULTS);
    Dataset<Row> cells =
        spark
            .read()
            .parquet(Store.address(Store.below(output, name)))
            .sort(RowColumns.FILE, results ? ORDER : ORDER_OF_ROWS)
            .selectExpr(select.toArray(new String[0]));
    Path copy = Files.createTempFile("cavga-", ".csv");
    try {
      try (Writer writer =
              new OutputStreamWriter(Files.newOutputStream(copy), StandardCharsets.UTF_8);
          CSVPrinter printer =
              new CSVPrinter(writer, TableFormat.withHeader(columns.toArray(new String[0])))) {
        for (Iterator<Row> row = cells.toLocalIterator(); row.hasNext(); ) {
          Row next = row.next();
          List<Object> record = new ArrayList<>();
          for (int i = 0; i < columns.size(); i++) record.add(next.get(i));
          printer.printRecord(record);
        }
      }
      store.put(copy, Store.below(output, name + ".csv"));
    } finally {
      Files.deleteIfExists(copy);
    }
  }
}
