package sc.fiji.cavga.nn.resident;

import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;
import sc.fiji.cavga.nn.Parameter;
import sc.fiji.cavga.nn.kernel.DeviceArrays;
import sc.fiji.cavga.nn.kernel.Kernels;

/**
 * A fully connected layer, a convolution whose window is the whole input; or its transposition,
 * from one vector a picture to a whole map.
 */
public final class ResidentDense extends Operation {

  private final Node input;
  private final Parameter weights;
  private final boolean transposed;
  private final DeviceArrays arrays;

  private ResidentDense(
      Graph graph, Node input, Parameter weights, boolean transposed, Node output) {
    super(output);
    this.input = input;
    this.weights = weights;
    this.transposed = transposed;
    arrays = graph.deviceArrays();
  }

  public static ResidentDense of(Graph graph, Node input, Parameter weights) {
    Node output = graph.node(true, input.size(0), 1, 1, weights.size(3));
    return new ResidentDense(graph, input, weights, false, output);
  }

  public static ResidentDense transposed(Graph graph, Node input, Parameter weights) {
    Node output =
        graph.node(true, input.size(0), weights.size(0), weights.size(1), weights.size(2));
    return new ResidentDense(graph, input, weights, true, output);
  }

  @Override
  public void forward() {
    Kernels.product(
        perPicture(input.value()),
        false,
        matrix(weights.value()),
        transposed,
        perPicture(output.value()));
  }

  @Override
  public void backward() {
    INDArray gradient = perPicture(output.gradient());
    INDArray given = perPicture(input.value());
    Gradients.deliver(
        arrays,
        weights,
        into ->
            Kernels.product(
                transposed ? gradient : given,
                true,
                transposed ? given : gradient,
                false,
                matrix(into)));
    Gradients.deliver(
        arrays,
        input,
        into ->
            Kernels.product(
                gradient, false, matrix(weights.value()), !transposed, perPicture(into)));
  }

  private INDArray perPicture(INDArray array) {
    return array.reshape('c', input.size(0), array.length() / input.size(0));
  }

  private INDArray matrix(INDArray array) {
    return array.reshape('c', array.length() / weights.size(3), weights.size(3));
  }
}
