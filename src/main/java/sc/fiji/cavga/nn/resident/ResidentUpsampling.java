package sc.fiji.cavga.nn.resident;

import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;
import sc.fiji.cavga.nn.kernel.DeviceArrays;
import sc.fiji.cavga.nn.kernel.Kernels;

/**
 * Twice the height and width: each position becomes a square of four. The gradient is four times
 * the mean over each square, because ND4J's own is wrong for [B,H,W,C].
 */
public final class ResidentUpsampling extends Operation {

  /** ND4J's arguments: both factors, channels last. */
  private static final long[] TWICE = {2, 2, 0};

  /** Window, stride, padding, dilation, explicit padding, all divided by 4, channels last. */
  private static final long[] SQUARES = {2, 2, 2, 2, 0, 0, 1, 1, 0, 0, 1};

  private final Node input;
  private final DeviceArrays arrays;

  /**
   * @param input [B,H,W,C], H equal to W
   */
  public ResidentUpsampling(Graph graph, Node input) {
    super(graph.node(true, input.size(0), 2 * input.size(1), 2 * input.size(1), input.channels()));
    this.input = input;
    arrays = graph.deviceArrays();
  }

  @Override
  public void forward() {
    run("upsampling2d", input.value(), output.value(), TWICE);
  }

  @Override
  public void backward() {
    Gradients.deliver(
        arrays,
        input,
        into -> {
          run("avgpool2d", output.gradient(), into, SQUARES);
          Kernels.multiply(into, arrays.constant(4), into);
        });
  }

  private static void run(String name, INDArray from, INDArray into, long... arguments) {
    Kernels.run(name, new INDArray[] {from}, new INDArray[] {into}, arguments);
  }
}
