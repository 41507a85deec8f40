package sc.fiji.cavga.nn.resident;

import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;
import sc.fiji.cavga.nn.kernel.DeviceArrays;
import sc.fiji.cavga.nn.kernel.Kernels;

/** The largest value of each channel in windows of 3×3 at every second position, as in a ResNet. */
public final class ResidentMaxPooling extends Operation {

  /** Window, stride, padding, dilation, explicit padding, nothing to divide, channels last. */
  private static final long[] WINDOWS = {3, 3, 2, 2, 1, 1, 1, 1, 0, 1, 1};

  private final Node input;
  private final DeviceArrays arrays;

  public ResidentMaxPooling(Graph graph, Node input) {
    super(graph.node(true, input.size(0), input.size(1) / 2, input.size(2) / 2, input.channels()));
    this.input = input;
    arrays = graph.deviceArrays();
  }

  @Override
  public void forward() {
    Kernels.run(
        "maxpool2d", new INDArray[] {input.value()}, new INDArray[] {output.value()}, WINDOWS);
  }

  @Override
  public void backward() {
    Gradients.deliver(
        arrays,
        input,
        into ->
            Kernels.run(
                "maxpool2d_bp",
                new INDArray[] {input.value(), output.gradient()},
                new INDArray[] {into},
                WINDOWS));
  }
}
