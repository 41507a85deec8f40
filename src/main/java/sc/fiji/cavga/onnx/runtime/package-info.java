/**
 * ONNX Runtime as a second engine, found at run time where a user has brought it. Door: {@link
 * sc.fiji.cavga.onnx.runtime.OnnxRuntime}.
 */
package sc.fiji.cavga.onnx.runtime;
