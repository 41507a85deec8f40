package sc.fiji.cavga.method.cavga.loss;

import sc.fiji.cavga.nn.Loss;
import sc.fiji.cavga.nn.Node;

/**
 * L_cga (equation 7 of the paper): over the normal pictures that the classifier calls normal, the
 * mean of 1 − A^{c_n} + A^{c_a}; 0 when there is none in the batch.
 */
public final class GuidedAttention extends Loss {

  private final Node normal;
  private final Node anomalous;
  private final Node fieldOfView;
  private final Node logits;
  private final boolean[] labels;

  /**
   * @param normal A^{c_n}, [B,h,w,1]
   * @param anomalous A^{c_a}, [B,h,w,1]
   * @param fieldOfView [B,h,w,1]
   * @param logits of the classifier, [B,1,1,2]
   * @param labels [B], true for anomalous, read at each pass
   */
  public GuidedAttention(
      Node normal, Node anomalous, Node fieldOfView, Node logits, boolean[] labels) {
    this.normal = normal;
    this.anomalous = anomalous;
    this.fieldOfView = fieldOfView;
    this.logits = logits;
    this.labels = labels;
  }

  private boolean counts(int b) {
    return !labels[b] && ClassCrossEntropy.anomalousProbability(logits, b) < 0.5;
  }

  private int counted() {
    int count = 0;
    for (int b = 0; b < labels.length; b++) if (counts(b)) count++;
    return count;
  }

  @Override
  protected double compute() {
    double sum = 0;
    for (int b = 0; b < labels.length; b++)
      if (counts(b))
        sum +=
            PictureMean.of(
                b, fieldOfView, i -> 1 - normal.values().get(i) + anomalous.values().get(i));
    return sum / Math.max(1, counted());
  }

  @Override
  protected void differentiate(double weight) {
    double each = weight / Math.max(1, counted());
    boolean accumulateNormal = normal.receiveGradient();
    boolean accumulateAnomalous = anomalous.receiveGradient();
    for (int b = 0; b < labels.length; b++) {
      double d = counts(b) ? each : 0;
      PictureMean.spread(b, fieldOfView, i -> -d, normal.gradients(), accumulateNormal);
      PictureMean.spread(b, fieldOfView, i -> d, anomalous.gradients(), accumulateAnomalous);
    }
  }
}
