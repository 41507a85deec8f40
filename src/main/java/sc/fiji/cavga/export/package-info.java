/**
 * From a model to files that other programs run. Doors: {@link
 * sc.fiji.cavga.export.PreprocessingDescription}, what comes before and after.
 */
package sc.fiji.cavga.export;
