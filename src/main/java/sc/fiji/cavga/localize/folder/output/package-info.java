/**
 * The files of a folder run: their names, tables, maps and ROI archives.
 *
 * <p>Doors: {@link sc.fiji.cavga.localize.folder.output.OutputFolder} and {@link
 * sc.fiji.cavga.localize.folder.output.OutputNames} for the names, {@link
 * sc.fiji.cavga.localize.folder.output.ResultTables} for the columns of {@code results.csv} and
 * {@code regions.csv}, {@link sc.fiji.cavga.localize.folder.output.TableWriter} for when they are
 * written, {@link sc.fiji.cavga.localize.folder.output.Withdrawal} for when they go. Names of files
 * and columns are promises.
 */
package sc.fiji.cavga.localize.folder.output;
