package sc.fiji.cavga.nn.resident;

import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;
import sc.fiji.cavga.nn.kernel.DeviceArrays;
import sc.fiji.cavga.nn.kernel.Kernels;

/** Twice the height and width: each position becomes a square of four. */
public final class ResidentUpsampling extends Operation {

  /** ND4J's arguments: both factors, channels last. */
  private static final long[] TWICE = {2, 2, 0};

  /** Of the gradient: channels last. */
  private static final long[] CHANNELS_LAST = {0};

  private final Node input;
  private final DeviceArrays arrays;

  public ResidentUpsampling(Graph graph, Node input) {
    super(graph.node(true, input.size(0), 2 * input.size(1), 2 * input.size(1), input.channels()));
    this.input = input;
    arrays = graph.deviceArrays();
  }

  @Override
  public void forward() {
    Kernels.run(
        "upsampling2d", new INDArray[] {input.value()}, new INDArray[] {output.value()}, TWICE);
  }

  @Override
  public void backward() {
    Gradients.deliver(
        arrays,
        input,
        into ->
            Kernels.run(
                "upsampling2d_bp",
                new INDArray[] {input.value(), output.gradient()},
                new INDArray[] {into},
                CHANNELS_LAST));
  }
}
