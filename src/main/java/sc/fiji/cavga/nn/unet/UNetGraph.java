package sc.fiji.cavga.nn.unet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import sc.fiji.cavga.nn.ChannelOrder;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Loss;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Parameters;
import sc.fiji.cavga.nn.Readings;
import sc.fiji.cavga.nn.convolution.Geometry;
import sc.fiji.cavga.nn.layer.LayerOperations;
import sc.fiji.cavga.nn.layer.Layers;

/** A U-Net's computation for one number of pictures. Its skips are added. */
final class UNetGraph implements AutoCloseable {

  static final double SLOPE = 0.1;
  static final double RELU = 0;

  final Graph graph;
  private final UNetShape shape;
  private final Layers layers;
  private final Node input;
  private final Node fieldOfView;
  private final Node mask;
  private final Node logits;
  private final Loss crossEntropy;
  private final Loss dice;
  private final double diceWeight;
  private final Readings readings;

  UNetGraph(int count, int size, UNetShape shape, Graph graph, Parameters parameters) {
    this.graph = graph;
    this.shape = shape;
    readings = new Readings(graph.deviceArrays());
    layers = new Layers(graph, parameters);
    input = graph.input(false, count, size, size, shape.channels);
    fieldOfView = graph.input(false, count, size, size, 1);
    mask = graph.input(false, count, size, size, shape.outputs);
    List<Node> levels = new ArrayList<>();
    Node node = input;
    for (int level = 0; level < shape.levels(size); level++) {
      node = encoded(level, node);
      levels.add(node);
    }
    for (int level = levels.size() - 1; level > 0; level--)
      node = decoded(level, node, levels.get(level - 1));
    logits = logits(node);
    LayerOperations operations = layers.operations();
    Node found = operations.maskedSigmoid(logits, fieldOfView);
    crossEntropy = operations.pixelCrossEntropy(logits, found, mask, fieldOfView);
    // The cross-entropy is a sum over so many.
    diceWeight = shape.dice * size * size * shape.outputs;
    dice = shape.dice > 0 ? operations.diceLoss(found, mask, fieldOfView) : null;
    if (dice != null) dice.weigh(diceWeight);
  }

  private Node encoded(int level, Node from) {
    String at = shape.prefix + ".encoder." + level;
    Geometry geometry = level == 0 && !shape.deep ? Geometry.KEEPING : Geometry.HALVING;
    return deepened(at, normalized(at, from, shape.widths[level], geometry));
  }

  private Node decoded(int level, Node from, Node skip) {
    String at = shape.prefix + ".decoder." + level;
    Node node =
        layers.transposedConvolution(
            at + ".convolution", from, skip.channels(), Geometry.HALVING, false, Layers.LINEAR);
    double before = shape.deep ? Layers.LINEAR : RELU;
    double after = shape.deep ? SLOPE : Layers.LINEAR;
    return deepened(at, layers.normalizedSum(at + ".normalization", node, before, skip, after));
  }

  private Node deepened(String at, Node from) {
    if (!shape.deep) return from;
    Node node = from;
    for (int i = 0; i < 2; i++)
      node = normalized(at + "." + i, node, node.channels(), Geometry.KEEPING);
    return node;
  }

  private Node normalized(String at, Node from, int maps, Geometry geometry) {
    Node node = layers.convolution(at + ".convolution", from, maps, geometry, false, Layers.LINEAR);
    return layers.batchNormalization(at + ".normalization", node, SLOPE);
  }

  private Node logits(Node from) {
    String at = shape.prefix + ".logit";
    return shape.deep
        ? layers.transposedConvolution(
            at, from, shape.outputs, Geometry.HALVING, true, Layers.LINEAR)
        : layers.convolution(at, from, shape.outputs, Geometry.KEEPING, true, Layers.LINEAR);
  }

  /**
   * @param shown [B,C,H,W]
   * @param inside the field of view, [B,1,H,W]
   * @param truth [B,K,H,W], 1 inside what is looked for and 0 elsewhere; null where nobody asks for
   *     the loss
   */
  void enter(float[] shown, float[] inside, float[] truth) {
    ChannelOrder.enter(shown, input);
    ChannelOrder.enter(inside, fieldOfView);
    if (truth != null) ChannelOrder.enter(truth, mask);
  }

  /**
   * After a forward pass, of all pixels and outputs of a picture, in the mean over the pictures.
   */
  double loss() {
    if (dice == null) return crossEntropy.value();
    readings.begin();
    DoubleSupplier pixels = crossEntropy.note(readings);
    DoubleSupplier overlap = dice.note(readings);
    return pixels.getAsDouble() + diceWeight * overlap.getAsDouble();
  }

  /** After a forward pass, [B,K,H,W]. */
  float[] logits() {
    float[] result = new float[(int) logits.value().length()];
    ChannelOrder.leave(logits, result, 0, (int) logits.size(0));
    return result;
  }

  @Override
  public void close() {
    graph.close();
  }
}
