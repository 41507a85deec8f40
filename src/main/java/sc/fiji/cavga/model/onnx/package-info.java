/**
 * What a method implements to be exported as ONNX: {@link
 * sc.fiji.cavga.model.onnx.ExportableMethod}, or {@link
 * sc.fiji.cavga.model.onnx.ExportableNetworks} where its networks alone can be said. A method that
 * does neither is refused with one sentence.
 */
package sc.fiji.cavga.model.onnx;
