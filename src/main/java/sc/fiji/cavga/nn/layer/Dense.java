package sc.fiji.cavga.nn.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;
import sc.fiji.cavga.nn.Parameter;
import sc.fiji.cavga.nn.array.Matrix;

/** A fully connected layer: a convolution whose window is the whole input. */
final class Dense implements Operation {

  private final Node input;
  private final Parameter weights;
  private final Node output;
  private final long count;
  private final long features;

  /**
   * @param weights [H,W,C,out]
   */
  Dense(Graph graph, Node input, Parameter weights) {
    this.input = input;
    this.weights = weights;
    count = input.size(0);
    features = input.value().length() / count;
    output = graph.node(true, count, 1, 1, weights.size(3));
  }

  @Override
  public Node output() {
    return output;
  }

  @Override
  public void forward() {
    outputs(output.value())
        .product(inputs(input.value()), weightMatrix(weights.value()), false, false);
  }

  @Override
  public void backward() {
    Matrix gradient = outputs(output.gradient());
    if (weights.wantsGradient())
      weightMatrix(weights.gradient())
          .productOfTransposed(inputs(input.value()), gradient, weights.receiveGradient());
    if (input.wantsGradient())
      inputs(input.gradient())
          .product(gradient, weightMatrix(weights.value()), true, input.receiveGradient());
  }

  private Matrix inputs(INDArray array) {
    return Matrix.over(array, count, features);
  }

  private Matrix outputs(INDArray array) {
    return Matrix.over(array, count, weights.size(3));
  }

  private Matrix weightMatrix(INDArray array) {
    return Matrix.over(array, features, weights.size(3));
  }
}
