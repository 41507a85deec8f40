/**
 * How tables are written as CSV files: their format, and cells that no spreadsheet takes for
 * formulas.
 *
 * <p>Doors: {@link sc.fiji.cavga.io.table.TableFormat} and {@link
 * sc.fiji.cavga.io.table.SpreadsheetCell}.
 */
package sc.fiji.cavga.io.table;
