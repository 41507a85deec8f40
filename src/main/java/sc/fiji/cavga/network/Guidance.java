package sc.fiji.cavga.network;

import sc.fiji.cavga.network.graph.Graph;
import sc.fiji.cavga.network.graph.Layers;
import sc.fiji.cavga.network.graph.MaskedSigmoid;
import sc.fiji.cavga.network.graph.Node;

/**
 * Attention at the picture's own resolution, guided by painted anomalies: a linear map of the
 * decoder's finest feature maps, whose sum weighted by the map's weights is at once its Grad-CAM
 * (for a linear head the two coincide, Selvaraju et al. 2017, section 3.1). The known mask takes
 * the place of the complementary attention in L_cga: A is to be low where something was painted and
 * high elsewhere.
 */
final class Guidance {

  /** The logit of 1 − A, [B,H,W,1]. */
  final Node logits;

  /** What was painted, [B,H,W,1]. */
  final Node painted;

  final PixelCrossEntropy loss;

  /**
   * @param features the decoder's finest, [B,H/2,W/2,K]
   * @param fieldOfView [B,H,W,1]
   */
  Guidance(Layers layers, Node features, Node fieldOfView) {
    Graph graph = layers.graph();
    logits = Dcgan.enlarged(layers, "guidance.convolution", features, 1);
    painted = graph.input(false, logits.value().shape());
    Node found = graph.add(new MaskedSigmoid(graph, logits, fieldOfView)).output();
    loss = graph.add(new PixelCrossEntropy(logits, found, painted, fieldOfView));
  }
}
