package sc.fiji.cavga.method.cavga.resident;

import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.method.cavga.layer.NoiseGain;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.kernel.Kernels;
import sc.fiji.cavga.nn.resident.Gradients;
import sc.fiji.cavga.nn.resident.ResidentLoss;

/** KL(q(z|x) ‖ N(0,1)), summed over the latent, averaged over the batch. */
public final class ResidentLatentDivergence extends ResidentLoss {

  private final Node mean;
  private final Node logVariance;
  private final INDArray one;

  public ResidentLatentDivergence(Graph graph, Node mean, Node logVariance) {
    super(graph, mean.size(0), mean.size(1));
    this.mean = mean;
    this.logVariance = logVariance;
    one = arrays.constant(1);
  }

  /** ½(μ² + exp(v) − 1 − v) with v = log σ², one sum for each line of the latent. */
  @Override
  protected void fill(INDArray into) {
    INDArray v = bounded();
    INDArray cost = wide(1);
    Kernels.subtract(Kernels.exponential(v, cost), v, cost);
    Kernels.subtract(cost, one, cost);
    Kernels.add(cost, Kernels.square(mean.value(), v), cost);
    Kernels.multiply(Kernels.sum(cost, into, 2, 3), arrays.constant(0.5 / mean.size(0)), into);
  }

  /** log σ², held at its bounds, in scratch 0. */
  private INDArray bounded() {
    double bound = NoiseGain.LOG_VARIANCE_BOUND;
    return Kernels.clip(logVariance.value(), -bound, bound, wide(0));
  }

  @Override
  protected void differentiate(double weight) {
    double factor = weight / mean.size(0);
    Gradients.deliver(
        arrays, mean, into -> Kernels.multiply(mean.value(), arrays.constant(factor), into));
    Gradients.deliver(
        arrays,
        logVariance,
        into -> {
          INDArray v = bounded();
          Kernels.subtract(Kernels.exponential(v, v), one, v);
          Kernels.multiply(Bounds.free(arrays, logVariance.value(), into), v, into);
          Kernels.multiply(into, arrays.constant(0.5 * factor), into);
        });
  }

  private INDArray wide(int number) {
    return arrays.scratch(number, mean.value().shape());
  }
}
