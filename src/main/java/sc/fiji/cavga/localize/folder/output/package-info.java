/**
 * The files of a folder run: their names, tables, maps and ROI archives.
 *
 * <p>Doors: {@link sc.fiji.cavga.localize.folder.output.OutputFolder}, {@link
 * sc.fiji.cavga.localize.folder.output.OutputNames} and {@link
 * sc.fiji.cavga.localize.folder.output.TableWriter}. Names of files and columns are promises.
 */
package sc.fiji.cavga.localize.folder.output;
