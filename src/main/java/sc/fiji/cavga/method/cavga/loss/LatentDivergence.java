package sc.fiji.cavga.method.cavga.loss;

import sc.fiji.cavga.method.cavga.layer.NoiseGain;
import sc.fiji.cavga.nn.Loss;
import sc.fiji.cavga.nn.Node;

/** KL(q(z|x) ‖ N(0,1)), summed over the latent, averaged over the batch. */
public final class LatentDivergence extends Loss {

  private final Node mean;
  private final Node logVariance;

  public LatentDivergence(Node mean, Node logVariance) {
    this.mean = mean;
    this.logVariance = logVariance;
  }

  @Override
  protected double compute() {
    double sum = 0;
    for (int b = 0; b < mean.size(0); b++) sum += of(b);
    return sum / mean.size(0);
  }

  /** That of one picture of the batch. */
  public double of(int picture) {
    long each = mean.values().length() / mean.size(0);
    double sum = 0;
    for (long i = picture * each; i < (picture + 1) * each; i++) {
      double m = mean.values().get(i);
      double v = NoiseGain.clamp(logVariance.values().get(i));
      sum += m * m + Math.exp(v) - 1 - v;
    }
    return 0.5 * sum;
  }

  @Override
  protected void differentiate(double weight) {
    double factor = weight / mean.size(0);
    boolean accumulateMean = mean.receiveGradient();
    boolean accumulateVariance = logVariance.receiveGradient();
    for (long i = 0; i < mean.values().length(); i++) {
      double v = logVariance.values().get(i);
      boolean free = Math.abs(v) < NoiseGain.LOG_VARIANCE_BOUND;
      mean.gradients().put(i, factor * mean.values().get(i), accumulateMean);
      logVariance
          .gradients()
          .put(i, free ? factor * 0.5 * (Math.exp(v) - 1) : 0, accumulateVariance);
    }
  }
}
