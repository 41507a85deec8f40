/**
 * From a model to files that other programs run. Doors: {@link sc.fiji.cavga.export.OnnxExport},
 * one map of a model in ONNX.
 */
package sc.fiji.cavga.export;
