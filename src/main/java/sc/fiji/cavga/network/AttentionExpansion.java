package sc.fiji.cavga.network;

import sc.fiji.cavga.network.graph.Loss;
import sc.fiji.cavga.network.graph.Node;

/**
 * L_ae (equation 4 of the paper): the mean over pictures and positions of 1 − A, positions weighted
 * by how much of them lies in the field of view. Where an anomaly was painted, A itself in place of
 * 1 − A: the known mask guides the attention away, as the complementary loss does in the weakly
 * supervised setting.
 */
final class AttentionExpansion extends Loss {

  private final Node attention;
  private final Node fieldOfView;
  private final Node painted;

  /**
   * @param attention A, [B,h,w,1]
   * @param fieldOfView [B,h,w,1], each picture's sum positive
   * @param painted [B,h,w,1], the painted share of each position; all 0 for the paper's L_ae
   */
  AttentionExpansion(Node attention, Node fieldOfView, Node painted) {
    this.attention = attention;
    this.fieldOfView = fieldOfView;
    this.painted = painted;
  }

  @Override
  protected double compute() {
    double sum = 0;
    for (int b = 0; b < attention.size(0); b++) sum += PictureMean.of(b, fieldOfView, this::cost);
    return sum / attention.size(0);
  }

  private double cost(long i) {
    double p = painted.values().get(i);
    return (1 - p) * (1 - attention.values().get(i)) + p * attention.values().get(i);
  }

  @Override
  protected void differentiate(double weight) {
    boolean accumulate = attention.receiveGradient();
    for (int b = 0; b < attention.size(0); b++)
      PictureMean.spread(
          b,
          fieldOfView,
          i -> (2 * painted.values().get(i) - 1) * weight / attention.size(0),
          attention.gradients(),
          accumulate);
  }
}
