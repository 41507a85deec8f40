package sc.fiji.cavga.method.cavga.onnx;

import java.io.IOException;
import sc.fiji.cavga.method.cavga.network.NetworkConfig;
import sc.fiji.cavga.onnx.OnnxLayers;
import sc.fiji.cavga.onnx.OnnxValue;

/** CAVGA-D's encoder and decoder in ONNX. */
final class OnnxDcgan {

  private static final double SLOPE = 0.2;
  private static final double RELU = 0;

  private OnnxDcgan() {}

  /**
   * @param picture [B,C,H,W]
   * @return F, [B,maps,h,w]
   */
  static OnnxValue encoder(OnnxLayers layers, OnnxValue picture, NetworkConfig config)
      throws IOException {
    OnnxValue value = layers.convolution("encoder.0.convolution", picture, 2, 1, true).leaky(SLOPE);
    for (int level = 1; level < config.levels(); level++) {
      String at = "encoder." + level;
      value = layers.convolution(at + ".convolution", value, 2, 1, false);
      value = layers.normalization(at + ".normalization", value).leaky(SLOPE);
    }
    return value;
  }

  /**
   * @param start [B,maps,h,w]
   * @return [B,C,H,W]
   */
  static OnnxValue logits(OnnxLayers layers, OnnxValue start, NetworkConfig config)
      throws IOException {
    OnnxValue value = start;
    for (int level = config.levels() - 1; level > 0; level--) {
      String at = "decoder." + level;
      value = layers.transposedConvolution(at + ".convolution", value, 2, 1, false);
      value = layers.normalization(at + ".normalization", value).leaky(RELU);
    }
    return layers.transposedConvolution("decoder.0.convolution", value, 2, 1, true);
  }
}
