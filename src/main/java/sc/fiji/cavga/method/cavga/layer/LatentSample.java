package sc.fiji.cavga.method.cavga.layer;

import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;

/** z = μ + ε·σ = μ + 2n, at each position of the convolutional latent. */
public final class LatentSample extends Operation {

  private final Node mean;
  private final Node gain;

  public LatentSample(Graph graph, Node mean, Node gain) {
    super(graph.node(true, mean.value().shape()));
    this.mean = mean;
    this.gain = gain;
  }

  @Override
  public void forward() {
    output.overElements(
        (start, end) -> {
          for (long i = start; i < end; i++)
            output.values().set(i, mean.values().get(i) + 2 * gain.values().get(i));
        });
  }

  @Override
  public void backward() {
    boolean accumulateMean = mean.receiveGradient();
    boolean accumulateGain = gain.receiveGradient();
    output.overElements(
        (start, end) -> {
          for (long i = start; i < end; i++) {
            double d = output.gradients().get(i);
            mean.gradients().put(i, d, accumulateMean);
            gain.gradients().put(i, 2 * d, accumulateGain);
          }
        });
  }
}
