package sc.fiji.cavga.method.cavga.network;

import sc.fiji.cavga.method.cavga.operation.PaperOperations;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.convolution.Geometry;
import sc.fiji.cavga.nn.layer.Layers;

/**
 * ResNet-18's convolution layers (He et al. 2016), the encoder of CAVGA-R. Parameters have
 * PyTorch's names behind {@value #PREFIX}, so that public weights fit.
 */
final class ResNet18 {

  static final String PREFIX = "encoder.";

  /** The stem's convolution, its pooling, and three of the four stages halve the size. */
  static final int LEVELS = 5;

  private static final int STAGES = 4;
  private static final int BLOCKS = 2;
  private static final double RELU = 0;

  private ResNet18() {}

  /**
   * @param picture [B,H,W,C]
   * @param width feature maps of the stem and the first stage, 64 in public weights
   * @return F, [B,H/32,W/32,8·width]
   */
  static Node encoder(Layers layers, Node picture, int width) {
    Node scaled = new PaperOperations(layers.graph()).imageNetScaling(picture);
    Node node = unit(layers, "conv1", "bn1", scaled, width, Geometry.STEM, RELU);
    node = layers.operations().maxPooling(node);
    for (int stage = 1; stage <= STAGES; stage++)
      for (int block = 0; block < BLOCKS; block++) {
        boolean halving = stage > 1 && block == 0;
        node = block(layers, "layer" + stage + "." + block, node, width << (stage - 1), halving);
      }
    return node;
  }

  private static Node block(Layers layers, String name, Node input, int maps, boolean halving) {
    Geometry first = halving ? Geometry.STRIDING : Geometry.KEEPING;
    Node node = unit(layers, name + ".conv1", name + ".bn1", input, maps, first, RELU);
    node =
        unit(layers, name + ".conv2", name + ".bn2", node, maps, Geometry.KEEPING, Layers.LINEAR);
    Node shortcut =
        halving
            ? unit(
                layers,
                name + ".downsample.0",
                name + ".downsample.1",
                input,
                maps,
                Geometry.STRIDING_POINTWISE,
                Layers.LINEAR)
            : input;
    return layers.operations().rectification(layers.operations().sum(node, shortcut));
  }

  /** Convolution without bias, batch normalization and a leaky ReLU of the given slope. */
  private static Node unit(
      Layers layers,
      String convolution,
      String normalization,
      Node input,
      int maps,
      Geometry geometry,
      double slope) {
    Node node =
        layers.convolution(PREFIX + convolution, input, maps, geometry, false, Layers.LINEAR);
    return layers.batchNormalization(PREFIX + normalization, node, slope);
  }
}
