package sc.fiji.cavga.nn.resident;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;
import sc.fiji.cavga.nn.Parameter;
import sc.fiji.cavga.nn.convolution.Geometry;
import sc.fiji.cavga.nn.kernel.DeviceArrays;
import sc.fiji.cavga.nn.kernel.Kernels;

/** Convolution or transposed convolution of a whole batch by ND4J. */
public final class ResidentConvolution extends Operation {

  private static final String FORWARD = "conv2d";
  private static final String TRANSPOSED = "deconv2d";

  private final String kind;

  /** The gradient for the input is the opposite convolution; null where its sizes do not fit. */
  private final String opposite;

  private final Node input;
  private final Parameter weights;
  private final DeviceArrays arrays;
  private final long[] geometry;

  private ResidentConvolution(
      Graph graph, String kind, boolean fits, Node input, Parameter weights, Geometry geometry) {
    super(
        kind.equals(FORWARD)
            ? geometry.output(graph, input, weights)
            : geometry.transposedOutput(graph, input, weights));
    this.kind = kind;
    opposite = fits ? kind.equals(FORWARD) ? TRANSPOSED : FORWARD : null;
    this.input = input;
    this.weights = weights;
    arrays = graph.deviceArrays();
    this.geometry = Arrays.stream(geometry.arguments()).asLongStream().toArray();
  }

  public static ResidentConvolution of(
      Graph graph, Node input, Parameter weights, Geometry geometry) {
    boolean fits = geometry.transposedSize(geometry.outputSize(input.size(1))) == input.size(1);
    return new ResidentConvolution(graph, FORWARD, fits, input, weights, geometry);
  }

  public static ResidentConvolution transposed(
      Graph graph, Node input, Parameter weights, Geometry geometry) {
    return new ResidentConvolution(graph, TRANSPOSED, true, input, weights, geometry);
  }

  @Override
  public void forward() {
    run(kind, output.value(), input.value(), weights.value());
  }

  @Override
  public void backward() {
    if (weights.wantsGradient()) both();
    else if (opposite == null) Gradients.deliver(arrays, input, this::inputByBoth);
    else
      Gradients.deliver(
          arrays, input, into -> run(opposite, into, output.gradient(), weights.value()));
  }

  /** ND4J puts each window of the wide array into a column, and turns the columns once. */
  @Override
  public long workBytes() {
    Node wide = kind.equals(FORWARD) ? input : output;
    Node narrow = kind.equals(FORWARD) ? output : input;
    long columns = geometry[0] * geometry[1] * wide.channels() * narrow.rows();
    return 2 * columns * input.value().dataType().width();
  }

  private void inputByBoth(INDArray into) {
    gradients(into, arrays.scratch(0, weights.value().shape()));
  }

  /** ND4J computes both or none; an input that wants none gets its gradient into scratch. */
  private void both() {
    boolean fresh = input.wantsGradient() && !input.hasOwnGradient();
    INDArray given = fresh ? input.gradient() : arrays.scratch(0, input.value().shape());
    Gradients.deliver(arrays, weights, learned -> gradients(given, learned));
    if (!input.wantsGradient()) return;
    if (input.receiveGradient()) Kernels.add(input.gradient(), given, input.gradient());
  }

  private void gradients(INDArray given, INDArray learned) {
    Kernels.run(
        kind + "_bp",
        new INDArray[] {input.value(), weights.value(), output.gradient()},
        new INDArray[] {given, learned},
        geometry);
  }

  private void run(String name, INDArray into, INDArray from, INDArray with) {
    Kernels.run(name, new INDArray[] {from, with}, new INDArray[] {into}, geometry);
  }
}
