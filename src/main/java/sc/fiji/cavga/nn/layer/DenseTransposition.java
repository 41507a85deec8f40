package sc.fiji.cavga.nn.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;
import sc.fiji.cavga.nn.Parameter;
import sc.fiji.cavga.nn.array.Matrix;

/** The transposition of a fully connected layer: from one vector a picture to a whole map. */
final class DenseTransposition implements Operation {

  private final Node input;
  private final Parameter weights;
  private final Node output;
  private final long count;
  private final long features;

  /**
   * @param input [B,1,1,K]
   * @param weights [H,W,C,K]
   */
  DenseTransposition(Graph graph, Node input, Parameter weights) {
    this.input = input;
    this.weights = weights;
    count = input.size(0);
    features = weights.values().length() / input.channels();
    output = graph.node(true, count, weights.size(0), weights.size(1), weights.size(2));
  }

  @Override
  public Node output() {
    return output;
  }

  @Override
  public void forward() {
    outputs(output.value())
        .product(inputs(input.value()), weightMatrix(weights.value()), true, false);
  }

  @Override
  public void backward() {
    Matrix gradient = outputs(output.gradient());
    if (weights.wantsGradient())
      weightMatrix(weights.gradient())
          .productOfTransposed(gradient, inputs(input.value()), weights.receiveGradient());
    if (input.wantsGradient())
      inputs(input.gradient())
          .product(gradient, weightMatrix(weights.value()), false, input.receiveGradient());
  }

  private Matrix inputs(INDArray array) {
    return Matrix.over(array, count, input.channels());
  }

  private Matrix outputs(INDArray array) {
    return Matrix.over(array, count, features);
  }

  private Matrix weightMatrix(INDArray array) {
    return Matrix.over(array, features, input.channels());
  }
}
