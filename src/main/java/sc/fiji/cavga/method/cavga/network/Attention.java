package sc.fiji.cavga.method.cavga.network;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.cavga.method.cavga.layer.NoiseGain;
import sc.fiji.cavga.method.cavga.operation.PaperOperations;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.convolution.Geometry;
import sc.fiji.cavga.nn.layer.Layers;

/**
 * Grad-CAM attention (section 3.2 of the paper) in closed form.
 *
 * <p>The latent's heads are convolutions or fully connected, so the derivative of a score for the
 * encoder's last feature map F is their transposition applied to the score's derivative for μ and
 * log σ²: an ordinary forward computation, whose own gradient is exact without second-order
 * differentiation. With z = μ only μ's branch is left, and α depends on the weights alone.
 */
final class Attention {

  private final Layers layers;
  private final Graph graph;
  private final PaperOperations operations;
  private final Node features;
  private final Node gain;
  private final NetworkConfig config;

  /**
   * @param features F, [B,h,w,K]
   * @param gain n of {@link NoiseGain}; null at test time
   */
  Attention(Layers layers, Node features, Node gain, NetworkConfig config) {
    this.layers = layers;
    this.graph = layers.graph();
    operations = new PaperOperations(graph);
    this.features = features;
    this.gain = gain;
    this.config = config;
  }

  /** A for the score Σz, [B,h,w,1]: the unsupervised setting. */
  Node ofLatentSum(Node latentMean) {
    Node ones = graph.input(false, 1, latentMean.size(1), latentMean.size(2), latentMean.size(3));
    ones.value().assign(1);
    return attention(ones, gain);
  }

  /** A for the logit of a class, [B,h,w,1]: the weakly supervised setting. */
  Node ofClass(int classIndex) {
    Node weights = layers.parameter("classifier.weight");
    Node forMean = operations.classGradient(weights, classIndex, null);
    Node forVariance = gain == null ? null : operations.classGradient(weights, classIndex, gain);
    return attention(forMean, forVariance);
  }

  private Node attention(Node meanGradient, Node varianceGradient) {
    List<Node> branches = new ArrayList<>();
    branches.add(back(Latent.MEAN, meanGradient));
    if (varianceGradient != null) branches.add(back(Latent.LOG_VARIANCE, varianceGradient));
    Node alpha = operations.gradCamWeights(features.size(0), branches);
    return operations.attention(operations.gradCamSum(alpha, features), config.attention());
  }

  /** From a head's output back to F. */
  private Node back(String head, Node gradient) {
    return config.flatLatent()
        ? layers.denseTransposition(head, gradient)
        : layers.transposition(head, gradient, Geometry.KEEPING);
  }
}
