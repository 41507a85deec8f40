package sc.fiji.cavga.method.cavga.loss;

import java.util.function.BooleanSupplier;
import sc.fiji.cavga.nn.Loss;
import sc.fiji.cavga.nn.Node;

/**
 * Binary cross-entropy of the discriminator's logits when all pictures of the batch shall be called
 * real, or all reconstructed: the two halves of L_adv, and the generator side's part in the game.
 */
public final class RealOrFake extends Loss {

  private final Node logits;
  private final BooleanSupplier allReal;

  /**
   * @param logits [B,1,1,1]
   * @param allReal whether all shall be called real, read at each pass
   */
  public RealOrFake(Node logits, BooleanSupplier allReal) {
    this.logits = logits;
    this.allReal = allReal;
  }

  @Override
  protected double compute() {
    boolean real = allReal.getAsBoolean();
    double sum = 0;
    for (long b = 0; b < logits.values().length(); b++) {
      double l = real ? -logits.values().get(b) : logits.values().get(b);
      sum += Math.max(l, 0) + Math.log(1 + Math.exp(-Math.abs(l)));
    }
    return sum / logits.values().length();
  }

  @Override
  protected void differentiate(double weight) {
    boolean real = allReal.getAsBoolean();
    long count = logits.values().length();
    boolean accumulate = logits.receiveGradient();
    for (long b = 0; b < count; b++) {
      double probability = 1 / (1 + Math.exp(-logits.values().get(b)));
      logits.gradients().put(b, weight * (probability - (real ? 1 : 0)) / count, accumulate);
    }
  }
}
