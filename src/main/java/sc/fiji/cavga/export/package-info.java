/**
 * From a model to files that other programs run. Doors: {@link sc.fiji.cavga.export.ExportChoice},
 * what is exported, {@link sc.fiji.cavga.export.ModelExporter}, which writes it, {@link
 * sc.fiji.cavga.export.OnnxExport}, one map of a model in ONNX, and {@link
 * sc.fiji.cavga.export.PreprocessingDescription}, what comes before and after it.
 */
package sc.fiji.cavga.export;
