package sc.fiji.cavga.method.cavga.network;

import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.convolution.Geometry;
import sc.fiji.cavga.nn.layer.Layers;

/**
 * CAVGA-R's decoder: a residual generator as BigGAN's (Brock et al. 2019), with a convolution
 * interleaved between each two upsamplings, and a skip connection from the upsampling's output to
 * the convolution's. Feature maps halve with each upsampling.
 */
final class ResidualDecoder {

  private static final int FEWEST_MAPS = 4;
  private static final double RELU = 0;

  private ResidualDecoder() {}

  /**
   * @param latent z
   * @return the picture's logits, [B,H,W,C]
   */
  static Node logits(Layers layers, Latent latent, NetworkConfig config) {
    int maps = config.width() << (ResNet18.LEVELS - 2);
    Node node = latent.start(layers, config, maps);
    for (int level = config.levels(); level > 0; level--) {
      maps = Math.max(FEWEST_MAPS, maps / 2);
      node = level(layers, "decoder." + level, node, maps);
    }
    return layers.convolution(
        "decoder.end.convolution", node, config.channels(), Geometry.KEEPING, true, Layers.LINEAR);
  }

  private static Node level(Layers layers, String name, Node input, int maps) {
    Node enlarged = layers.operations().upsampling(input);
    Node node =
        layers.convolution(
            name + ".convolution", enlarged, maps, Geometry.KEEPING, false, Layers.LINEAR);
    node = layers.batchNormalization(name + ".normalization", node, RELU);
    // The skip connection needs the convolution's number of maps.
    Node skip =
        enlarged.channels() == maps
            ? enlarged
            : layers.convolution(
                name + ".skip", enlarged, maps, Geometry.POINTWISE, false, Layers.LINEAR);
    return layers.operations().sum(node, skip);
  }
}
