package sc.fiji.cavga.method.local.net;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.cavga.nn.ChannelOrder;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Parameters;
import sc.fiji.cavga.nn.convolution.Geometry;
import sc.fiji.cavga.nn.layer.Layers;
import sc.fiji.cavga.nn.layer.MaskedSigmoid;
import sc.fiji.cavga.nn.layer.PixelCrossEntropy;
import sc.fiji.cavga.nn.layer.Sum;

/**
 * The segmentation net's computation for one number of pictures: a U-Net (Ronneberger et al. 2015)
 * whose first level sees every pixel, because the smallest lesions are one, and whose skips are
 * added.
 */
final class UNetGraph implements AutoCloseable {

  private static final int MOST_LEVELS = 4;
  private static final int MOST_WIDENING = 2;
  private static final double SLOPE = 0.1;
  private static final double RELU = 0;

  final Graph graph;
  private final Node scores;
  private final Node fieldOfView;
  private final Node mask;
  private final Node logits;
  private final PixelCrossEntropy loss;

  /**
   * @param channels of the z-scores
   * @param width feature maps at full resolution
   */
  UNetGraph(int count, int size, int channels, int width, Graph graph, Parameters parameters) {
    this.graph = graph;
    Layers layers = new Layers(graph, parameters);
    scores = graph.input(false, count, size, size, channels);
    fieldOfView = graph.input(false, count, size, size, 1);
    mask = graph.input(false, count, size, size, 1);
    List<Node> levels = new ArrayList<>();
    Node node = scores;
    for (int level = 0; level < levels(size); level++) {
      node = encoded(layers, level, node, width << Math.min(level, MOST_WIDENING));
      levels.add(node);
    }
    for (int level = levels.size() - 1; level > 0; level--)
      node = decoded(layers, level, node, levels.get(level - 1));
    logits = layers.convolution("detector.logit", node, 1, Geometry.KEEPING, true, Layers.LINEAR);
    Node found = graph.add(new MaskedSigmoid(graph, logits, fieldOfView)).output();
    loss = graph.add(new PixelCrossEntropy(logits, found, mask, fieldOfView));
  }

  /** As many as the size can be halved for. */
  private static int levels(int size) {
    int levels = 1;
    while (levels < MOST_LEVELS && size % (1 << levels) == 0) levels++;
    return levels;
  }

  private static Node encoded(Layers layers, int level, Node input, int maps) {
    String at = "detector.encoder." + level;
    Geometry geometry = level == 0 ? Geometry.KEEPING : Geometry.HALVING;
    Node node =
        layers.convolution(at + ".convolution", input, maps, geometry, false, Layers.LINEAR);
    return layers.batchNormalization(at + ".normalization", node, SLOPE);
  }

  private static Node decoded(Layers layers, int level, Node input, Node skip) {
    String at = "detector.decoder." + level;
    Node node =
        layers.transposedConvolution(
            at + ".convolution", input, skip.channels(), Geometry.HALVING, false, Layers.LINEAR);
    node = layers.batchNormalization(at + ".normalization", node, RELU);
    return layers.graph().add(new Sum(layers.graph(), node, skip)).output();
  }

  /**
   * @param shown z-scores, [B,K,H,W]
   * @param inside the field of view, [B,1,H,W]
   * @param truth [B,1,H,W], 1 inside synthetic anomalies and 0 elsewhere; null where nobody asks
   *     for the loss
   */
  void enter(float[] shown, float[] inside, float[] truth) {
    ChannelOrder.enter(shown, scores);
    ChannelOrder.enter(inside, fieldOfView);
    if (truth != null) ChannelOrder.enter(truth, mask);
  }

  /** After a forward pass, of all pixels of a picture, in the mean over the pictures. */
  double loss() {
    return loss.value();
  }

  /** After a forward pass, [B,1,H,W]. */
  float[] logits() {
    float[] result = new float[(int) logits.rows()];
    ChannelOrder.leave(logits, result, 0, (int) logits.size(0));
    return result;
  }

  @Override
  public void close() {
    graph.close();
  }
}
