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
    for (double each : perPicture(mean, logVariance)) sum += each;
    return sum / mean.size(0);
  }

  /** That of each picture of a batch, told from copies. */
  public static double[] perPicture(Node mean, Node logVariance) {
    double[] means = mean.doubles();
    double[] logVariances = logVariance.doubles();
    double[] divergences = new double[(int) mean.size(0)];
    int each = means.length / divergences.length;
    for (int b = 0; b < divergences.length; b++) {
      double sum = 0;
      for (int i = b * each; i < (b + 1) * each; i++) {
        double v = NoiseGain.clamp(logVariances[i]);
        sum += means[i] * means[i] + Math.exp(v) - 1 - v;
      }
      divergences[b] = 0.5 * sum;
    }
    return divergences;
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
