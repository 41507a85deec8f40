package sc.fiji.cavga.method.cavga.network;

import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.convolution.Geometry;
import sc.fiji.cavga.nn.layer.Layers;

/** DCGAN's convolutions (Radford et al. 2016), as CAVGA-D takes them for all of its networks. */
final class Dcgan {

  /** Of the encoder's and the discriminator's leaky ReLU. */
  private static final double SLOPE = 0.2;

  private static final double RELU = 0;

  private Dcgan() {}

  /**
   * 4×4 convolutions of stride 2 with width, 2·width, … feature maps; batch normalization from the
   * second on.
   *
   * @param picture [B,H,W,C]
   * @return F, [B,H/2^levels,W/2^levels,width·2^(levels−1)]
   */
  static Node encoder(Layers layers, String name, Node picture, int width, int levels) {
    Node node =
        layers.convolution(name + ".0.convolution", picture, width, Geometry.HALVING, true, SLOPE);
    for (int level = 1; level < levels; level++) {
      String at = name + "." + level;
      node =
          layers.convolution(
              at + ".convolution", node, width << level, Geometry.HALVING, false, Layers.LINEAR);
      node = layers.batchNormalization(at + ".normalization", node, SLOPE);
    }
    return node;
  }

  /**
   * A 3×3 convolution from the latent (fully connected from a flat one), then 4×4 transposed
   * convolutions of stride 2, the last without batch normalization.
   *
   * @param latent z
   * @return logits, [B,H,W,channels]
   */
  static Node logits(Layers layers, Latent latent, NetworkConfig config) {
    int width = config.width();
    int top = config.levels() - 1;
    Node node = latent.start(layers, config, width << top);
    for (int level = top; level > 0; level--) {
      String at = "decoder." + level;
      int maps = width << (level - 1);
      node =
          layers.transposedConvolution(
              at + ".convolution", node, maps, Geometry.HALVING, false, Layers.LINEAR);
      node = layers.batchNormalization(at + ".normalization", node, RELU);
    }
    return layers.transposedConvolution(
        "decoder.0.convolution", node, config.channels(), Geometry.HALVING, true, Layers.LINEAR);
  }

  /**
   * The encoder's convolutions and a last one over all that is left.
   *
   * @return the logit of "real", [B,1,1,1]
   */
  static Node discriminator(Layers layers, Node picture, int width, int levels) {
    Node features = encoder(layers, "discriminator", picture, width, levels);
    return layers.dense("discriminator.end", features, 1);
  }
}
