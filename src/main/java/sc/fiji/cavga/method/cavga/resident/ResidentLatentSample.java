package sc.fiji.cavga.method.cavga.resident;

import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;
import sc.fiji.cavga.nn.kernel.DeviceArrays;
import sc.fiji.cavga.nn.kernel.Kernels;
import sc.fiji.cavga.nn.resident.Gradients;

/** z = μ + ε·σ = μ + 2n. */
public final class ResidentLatentSample extends Operation {

  private final Node mean;
  private final Node gain;
  private final DeviceArrays arrays;
  private final INDArray two;

  public ResidentLatentSample(Graph graph, Node mean, Node gain) {
    super(graph.node(true, mean.value().shape()));
    this.mean = mean;
    this.gain = gain;
    arrays = graph.deviceArrays();
    two = arrays.constant(2);
  }

  @Override
  public void forward() {
    INDArray z = output.value();
    Kernels.add(Kernels.multiply(gain.value(), two, z), mean.value(), z);
  }

  @Override
  public void backward() {
    Gradients.pass(output.gradient(), mean);
    Gradients.deliver(arrays, gain, into -> Kernels.multiply(output.gradient(), two, into));
  }
}
