package sc.fiji.cavga.network.graph;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Convolution of an array with few channels, such as a picture, as a product with its patches. */
final class ThinConvolution implements Operation, AutoCloseable {

  private final Node input;
  private final Parameter weights;
  private final Node output;
  private final Epilogue epilogue;
  private final Patches patches;
  private final INDArray rows;
  private final Values rowValues;
  private final Matrix rowMatrix;

  ThinConvolution(Graph graph, Node input, Parameter weights, Geometry geometry, Epilogue after) {
    this.input = input;
    this.weights = weights;
    epilogue = after;
    patches = new Patches(geometry, input.value().shape());
    long size = geometry.outputSize(input.size(1));
    output = graph.node(true, input.size(0), size, size, weights.size(3));
    rows = Nd4j.create(graph.type(), new long[] {patches.rows(), patches.columns()}, 'c');
    rowValues = Values.of(rows);
    rowMatrix = Matrix.over(rows, patches.rows(), patches.columns());
  }

  @Override
  public Node output() {
    return output;
  }

  @Override
  public void forward() {
    patches.gather(input.values(), rowValues);
    matrix(output.value()).product(rowMatrix, false, weightMatrix(weights.value()), false, false);
    epilogue.forward(output);
  }

  @Override
  public void backward() {
    epilogue.backward(output);
    Matrix gradient = matrix(output.gradient());
    if (weights.wantsGradient())
      weightMatrix(weights.gradient())
          .product(rowMatrix, true, gradient, false, weights.receiveGradient());
    if (input.wantsGradient()) {
      // The rows are filled anew by the next forward pass, so their memory can hold the gradient.
      rowMatrix.product(gradient, false, weightMatrix(weights.value()), true, false);
      patches.scatter(rowValues, input.gradients(), input.receiveGradient());
    }
  }

  private Matrix matrix(INDArray array) {
    return Matrix.over(array, patches.rows(), weights.size(3));
  }

  private Matrix weightMatrix(INDArray array) {
    return Matrix.over(array, patches.columns(), weights.size(3));
  }

  @Override
  public void close() {
    rows.close();
  }
}
