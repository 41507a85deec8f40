package sc.fiji.cavga.network;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.cavga.network.graph.Geometry;
import sc.fiji.cavga.network.graph.Layers;
import sc.fiji.cavga.network.graph.Node;
import sc.fiji.cavga.network.graph.Sum;

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
   * @return the feature maps of each level, the finest first; the last is F,
   *     [B,H/2^levels,W/2^levels,width·2^(levels−1)]
   */
  static List<Node> encoder(Layers layers, String name, Node picture, int width, int levels) {
    List<Node> features = new ArrayList<>();
    Node node =
        layers.convolution(name + ".0.convolution", picture, width, Geometry.HALVING, true, SLOPE);
    features.add(node);
    for (int level = 1; level < levels; level++) {
      String at = name + "." + level;
      node =
          layers.convolution(
              at + ".convolution", node, width << level, Geometry.HALVING, false, Layers.LINEAR);
      node = layers.batchNormalization(at + ".normalization", node, SLOPE);
      features.add(node);
    }
    return features;
  }

  /**
   * A 3×3 convolution from the latent (fully connected from a flat one), then 4×4 transposed
   * convolutions of stride 2.
   *
   * @param latent z
   * @param skips feature maps of the encoder to be added at their own size; empty for none
   * @return the finest feature maps, [B,H/2,W/2,width]
   */
  static Node decoder(Layers layers, Latent latent, List<Node> skips, NetworkConfig config) {
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
      if (level <= skips.size())
        node = layers.graph().add(new Sum(layers.graph(), node, skips.get(level - 1))).output();
    }
    return node;
  }

  /**
   * The last transposed convolution, for which there are few channels.
   *
   * @param features what {@link #decoder} gives
   * @return logits, [B,H,W,channels]
   */
  static Node enlarged(Layers layers, String name, Node features, int channels) {
    return layers.transposedConvolution(
        name, features, channels, Geometry.HALVING, true, Layers.LINEAR);
  }

  /**
   * The encoder's convolutions and a last one over all that is left.
   *
   * @return the logit of "real", [B,1,1,1]
   */
  static Node discriminator(Layers layers, Node picture, int width, int levels) {
    List<Node> features = encoder(layers, "discriminator", picture, width, levels);
    return layers.dense("discriminator.end", features.get(levels - 1), 1);
  }
}
