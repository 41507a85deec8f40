package sc.fiji.cavga.nn.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;
import sc.fiji.cavga.nn.Parameter;
import sc.fiji.cavga.nn.array.Matrix;

/**
 * A fully connected layer, a convolution whose window is the whole input; or its transposition,
 * from one vector a picture to a whole map.
 */
final class Dense extends Operation {

  private final Node input;
  private final Parameter weights;
  private final boolean transposed;
  private final long count;

  private Dense(Node input, Parameter weights, boolean transposed, Node output) {
    super(output);
    this.input = input;
    this.weights = weights;
    this.transposed = transposed;
    count = input.size(0);
  }

  /**
   * @param weights [H,W,C,out]
   */
  static Dense of(Graph graph, Node input, Parameter weights) {
    Node output = graph.node(true, input.size(0), 1, 1, weights.size(3));
    return new Dense(input, weights, false, output);
  }

  /**
   * @param input [B,1,1,K]
   * @param weights [H,W,C,K]
   */
  static Dense transposed(Graph graph, Node input, Parameter weights) {
    Node output =
        graph.node(true, input.size(0), weights.size(0), weights.size(1), weights.size(2));
    return new Dense(input, weights, true, output);
  }

  @Override
  public void forward() {
    perPicture(output.value())
        .product(perPicture(input.value()), weightMatrix(weights.value()), transposed, false);
  }

  @Override
  public void backward() {
    Matrix gradient = perPicture(output.gradient());
    if (weights.wantsGradient()) {
      Matrix given = perPicture(input.value());
      weightMatrix(weights.gradient())
          .productOfTransposed(
              transposed ? gradient : given,
              transposed ? given : gradient,
              weights.receiveGradient());
    }
    if (input.wantsGradient())
      perPicture(input.gradient())
          .product(gradient, weightMatrix(weights.value()), !transposed, input.receiveGradient());
  }

  private Matrix perPicture(INDArray array) {
    return Matrix.over(array, count, array.length() / count);
  }

  private Matrix weightMatrix(INDArray array) {
    return Matrix.over(array, array.length() / weights.size(3), weights.size(3));
  }
}
