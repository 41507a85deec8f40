/**
 * What a method implements to be exported as ONNX: {@link
 * sc.fiji.cavga.model.onnx.ExportableMethod}. A method that does not is refused with one sentence.
 */
package sc.fiji.cavga.model.onnx;
