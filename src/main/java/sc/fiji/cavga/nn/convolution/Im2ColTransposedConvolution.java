package sc.fiji.cavga.nn.convolution;

import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;
import sc.fiji.cavga.nn.Parameter;
import sc.fiji.cavga.nn.array.Matrix;

/** Transposed convolution to few channels, such as a picture's, as a product summed into place. */
public final class Im2ColTransposedConvolution extends Operation {

  private final Node input;
  private final Parameter weights;
  private final Im2Col patches;
  private final Node rows;
  private final Matrix rowMatrix;

  /**
   * @param weights [kH,kW,out,in]
   */
  public Im2ColTransposedConvolution(
      Graph graph, Node input, Parameter weights, Geometry geometry) {
    super(geometry.transposedOutput(graph, input, weights));
    this.input = input;
    this.weights = weights;
    patches = new Im2Col(geometry, output.value().shape());
    rows = graph.node(false, patches.rows(), patches.columns());
    rowMatrix = Matrix.over(rows.value(), patches.rows(), patches.columns());
  }

  @Override
  public void forward() {
    rowMatrix.product(matrix(input.value()), weightMatrix(weights.value()), true, false);
    patches.scatter(rows.values(), output.values(), false);
  }

  @Override
  public void backward() {
    patches.gather(output.gradients(), rows.values());
    if (weights.wantsGradient())
      weightMatrix(weights.gradient())
          .productOfTransposed(rowMatrix, matrix(input.value()), weights.receiveGradient());
    if (input.wantsGradient())
      matrix(input.gradient())
          .product(rowMatrix, weightMatrix(weights.value()), false, input.receiveGradient());
  }

  private Matrix matrix(INDArray array) {
    return Matrix.over(array, patches.rows(), weights.size(3));
  }

  private Matrix weightMatrix(INDArray array) {
    return Matrix.over(array, patches.columns(), weights.size(3));
  }
}
