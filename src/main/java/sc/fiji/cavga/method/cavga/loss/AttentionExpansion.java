package sc.fiji.cavga.method.cavga.loss;

import sc.fiji.cavga.nn.Loss;
import sc.fiji.cavga.nn.Node;

/**
 * L_ae (equation 4 of the paper): the mean over pictures and positions of 1 − A, positions weighted
 * by how much of them lies in the field of view.
 */
public final class AttentionExpansion extends Loss {

  private final Node attention;
  private final Node fieldOfView;

  /**
   * @param attention A, [B,h,w,1]
   * @param fieldOfView [B,h,w,1], each picture's sum positive
   */
  public AttentionExpansion(Node attention, Node fieldOfView) {
    this.attention = attention;
    this.fieldOfView = fieldOfView;
  }

  @Override
  protected double compute() {
    double sum = 0;
    for (int b = 0; b < attention.size(0); b++) sum += PictureMean.of(b, fieldOfView, this::cost);
    return sum / attention.size(0);
  }

  private double cost(long i) {
    return 1 - attention.values().get(i);
  }

  @Override
  protected void differentiate(double weight) {
    boolean accumulate = attention.receiveGradient();
    for (int b = 0; b < attention.size(0); b++)
      PictureMean.spread(
          b, fieldOfView, i -> -weight / attention.size(0), attention.gradients(), accumulate);
  }
}
