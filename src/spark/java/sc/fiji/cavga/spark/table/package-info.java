/**
 * The tables of a run: as Parquet, as CSV, and what is said of them.
 *
 * <p>Doors: {@link sc.fiji.cavga.spark.table.BatchTables}, {@link
 * sc.fiji.cavga.spark.table.CsvTables} and {@link sc.fiji.cavga.spark.table.ArchiveSummary}.
 */
package sc.fiji.cavga.spark.table;
