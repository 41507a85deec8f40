package sc.fiji.cavga.method.cavga.loss;

import sc.fiji.cavga.nn.Loss;
import sc.fiji.cavga.nn.Node;

/**
 * L_bce of the weakly supervised setting: cross-entropy of the two logits, averaged over the batch.
 */
public final class ClassCrossEntropy extends Loss {

  public static final int NORMAL = 0;
  public static final int ANOMALOUS = 1;

  private final Node logits;
  private final boolean[] anomalous;

  /**
   * @param logits [B,1,1,2]
   * @param anomalous [B], the labels, read at each pass
   */
  public ClassCrossEntropy(Node logits, boolean[] anomalous) {
    this.logits = logits;
    this.anomalous = anomalous;
  }

  /** The probability of {@link #ANOMALOUS} for picture b. */
  public static double anomalousProbability(Node logits, int b) {
    return anomalousProbability(logits.values().get(2L * b), logits.values().get(2L * b + 1));
  }

  /** The probability of {@link #ANOMALOUS} from both logits of a picture. */
  public static double anomalousProbability(double normal, double anomalous) {
    return 1 / (1 + Math.exp(normal - anomalous));
  }

  @Override
  protected double compute() {
    double sum = 0;
    for (int b = 0; b < anomalous.length; b++) {
      double margin = logits.values().get(2L * b + ANOMALOUS) - logits.values().get(2L * b);
      double wrong = anomalous[b] ? -margin : margin;
      sum += Math.max(wrong, 0) + Math.log(1 + Math.exp(-Math.abs(wrong)));
    }
    return sum / anomalous.length;
  }

  @Override
  protected void differentiate(double weight) {
    boolean accumulate = logits.receiveGradient();
    for (int b = 0; b < anomalous.length; b++) {
      double d = anomalousProbability(logits, b) - (anomalous[b] ? 1 : 0);
      d *= weight / anomalous.length;
      logits.gradients().put(2L * b + NORMAL, -d, accumulate);
      logits.gradients().put(2L * b + ANOMALOUS, d, accumulate);
    }
  }
}
