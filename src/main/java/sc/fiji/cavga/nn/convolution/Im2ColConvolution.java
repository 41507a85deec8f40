package sc.fiji.cavga.nn.convolution;

import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;
import sc.fiji.cavga.nn.Parameter;
import sc.fiji.cavga.nn.array.Matrix;

/**
 * Convolution of an array with few channels, such as a picture: by ND4J's native kernel, with
 * gradients as products with the patches, which are much faster than ND4J's there.
 */
public final class Im2ColConvolution extends Operation {

  private final Node input;
  private final Parameter weights;
  private final PicturePieces target;
  private final PerThreadOperation forward;
  private final Im2Col patches;
  private final Node rows;
  private final Matrix rowMatrix;

  public Im2ColConvolution(Graph graph, Node input, Parameter weights, Geometry geometry) {
    super(geometry.output(graph, input, weights));
    this.input = input;
    this.weights = weights;
    patches = new Im2Col(geometry, input.value().shape());
    target = new PicturePieces(output.value());
    forward =
        new PerThreadOperation(NativeConvolution.CONVOLUTION, geometry, weights, input.value());
    boolean needed = output.wantsGradient();
    rows = needed ? graph.node(false, patches.rows(), patches.columns()) : null;
    rowMatrix = needed ? Matrix.over(rows.value(), patches.rows(), patches.columns()) : null;
  }

  @Override
  public void forward() {
    forward.run(target);
  }

  @Override
  public void backward() {
    Matrix gradient = matrix(output.gradient());
    if (weights.wantsGradient()) {
      patches.gather(input.values(), rows.values());
      weightMatrix(weights.gradient())
          .productOfTransposed(rowMatrix, gradient, weights.receiveGradient());
    }
    if (input.wantsGradient()) {
      rowMatrix.product(gradient, weightMatrix(weights.value()), true, false);
      patches.scatter(rows.values(), input.gradients(), input.receiveGradient());
    }
  }

  private Matrix matrix(INDArray array) {
    return Matrix.over(array, patches.rows(), weights.size(3));
  }

  private Matrix weightMatrix(INDArray array) {
    return Matrix.over(array, patches.columns(), weights.size(3));
  }
}
