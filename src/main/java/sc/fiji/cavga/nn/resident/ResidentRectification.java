package sc.fiji.cavga.nn.resident;

import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;
import sc.fiji.cavga.nn.kernel.DeviceArrays;
import sc.fiji.cavga.nn.kernel.Kernels;

/** The ReLU, not in place: y = max(0, x). */
public final class ResidentRectification extends Operation {

  private final Node input;
  private final DeviceArrays arrays;
  private final INDArray steep;

  public ResidentRectification(Graph graph, Node input) {
    super(graph.node(true, input.value().shape()));
    this.input = input;
    arrays = graph.deviceArrays();
    steep = arrays.steep();
  }

  @Override
  public void forward() {
    Kernels.leaky(input.value(), 0, output.value());
  }

  @Override
  public void backward() {
    Gradients.deliver(
        arrays,
        input,
        into ->
            Kernels.multiply(Kernels.step(input.value(), 0, steep, into), output.gradient(), into));
  }
}
