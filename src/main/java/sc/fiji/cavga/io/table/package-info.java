/**
 * How tables are written as CSV files: their format, and cells that no spreadsheet takes for
 * formulas. How those of other programs are read.
 *
 * <p>Doors: {@link sc.fiji.cavga.io.table.TableFormat}, {@link
 * sc.fiji.cavga.io.table.SpreadsheetCell} and {@link sc.fiji.cavga.io.table.TextFile}.
 */
package sc.fiji.cavga.io.table;
