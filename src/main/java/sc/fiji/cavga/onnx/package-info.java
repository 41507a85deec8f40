/**
 * Says computations in ONNX, the open format of networks, with the classes that ND4J's jar has for
 * it. Knows no method and no model.
 *
 * <p>Doors: {@link sc.fiji.cavga.onnx.OnnxGraph}, a file in the making, {@link
 * sc.fiji.cavga.onnx.OnnxValue}, with which is computed, and {@link
 * sc.fiji.cavga.onnx.OnnxPicture}, what comes in. Arrays are [B,C,H,W].
 *
 * <p>Only {@link sc.fiji.cavga.onnx.OnnxGraph} touches ND4J's classes: where they are gone one day,
 * it alone has to be written anew.
 */
package sc.fiji.cavga.onnx;
