/**
 * What CAVGA's network and maps compute at test time, in ONNX. Door: {@link
 * sc.fiji.cavga.method.cavga.onnx.OnnxCavgaMap}.
 *
 * <p>Where the network is changed, this has to be changed with it; tests compare both.
 */
package sc.fiji.cavga.method.cavga.onnx;
