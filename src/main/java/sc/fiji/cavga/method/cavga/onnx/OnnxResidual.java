package sc.fiji.cavga.method.cavga.onnx;

import java.io.IOException;
import sc.fiji.cavga.method.cavga.layer.ImageNetScaling;
import sc.fiji.cavga.method.cavga.network.NetworkConfig;
import sc.fiji.cavga.onnx.OnnxLayers;
import sc.fiji.cavga.onnx.OnnxValue;

/** CAVGA-R's encoder, a ResNet-18, and its residual decoder in ONNX. */
final class OnnxResidual {

  private static final String ENCODER = "encoder.";
  private static final int STAGES = 4;
  private static final int BLOCKS = 2;
  private static final double RELU = 0;

  private OnnxResidual() {}

  /**
   * @param picture [B,C,H,W]
   * @return F, [B,maps,h,w]
   */
  static OnnxValue encoder(OnnxLayers layers, OnnxValue picture) throws IOException {
    int channels = (int) layers.weights().array(ENCODER + "conv1.weight").shape()[1];
    OnnxValue scaled =
        picture
            .minus(picture.constant(ImageNetScaling.means(channels), 1, channels, 1, 1))
            .over(picture.constant(ImageNetScaling.deviations(channels), 1, channels, 1, 1));
    OnnxValue value = unit(layers, "conv1", "bn1", scaled, 2, 3).leaky(RELU);
    value = OnnxLayers.maximum(value);
    for (int stage = 1; stage <= STAGES; stage++)
      for (int block = 0; block < BLOCKS; block++)
        value = block(layers, "layer" + stage + "." + block, value, stage > 1 && block == 0);
    return value;
  }

  private static OnnxValue block(OnnxLayers layers, String name, OnnxValue input, boolean halving)
      throws IOException {
    OnnxValue value =
        unit(layers, name + ".conv1", name + ".bn1", input, halving ? 2 : 1, 1).leaky(RELU);
    value = unit(layers, name + ".conv2", name + ".bn2", value, 1, 1);
    OnnxValue shortcut =
        halving ? unit(layers, name + ".downsample.0", name + ".downsample.1", input, 2, 0) : input;
    return value.plus(shortcut).leaky(RELU);
  }

  private static OnnxValue unit(
      OnnxLayers layers,
      String convolution,
      String normalization,
      OnnxValue input,
      int stride,
      int padding)
      throws IOException {
    OnnxValue value = layers.convolution(ENCODER + convolution, input, stride, padding, false);
    return layers.normalization(ENCODER + normalization, value);
  }

  /**
   * @param start [B,maps,h,w]
   * @return [B,C,H,W]
   */
  static OnnxValue logits(OnnxLayers layers, OnnxValue start, NetworkConfig config)
      throws IOException {
    OnnxValue value = start;
    for (int level = config.levels(); level > 0; level--) {
      String at = "decoder." + level;
      OnnxValue enlarged = OnnxLayers.doubled(value);
      OnnxValue found = layers.convolution(at + ".convolution", enlarged, 1, 1, false);
      found = layers.normalization(at + ".normalization", found).leaky(RELU);
      // Where the number of maps stays there is nothing in between.
      OnnxValue skip =
          layers.weights().has(at + ".skip.weight")
              ? layers.convolution(at + ".skip", enlarged, 1, 0, false)
              : enlarged;
      value = found.plus(skip);
    }
    return layers.convolution("decoder.end.convolution", value, 1, 1, true);
  }
}
