package sc.fiji.cavga.network.graph;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Convolution of an array with few channels, such as a picture: by ND4J's native kernel, with
 * gradients as products with the patches, which are much faster than ND4J's there.
 */
final class ThinConvolution implements Operation {

  private final Node input;
  private final Parameter weights;
  private final Node output;
  private final PicturePieces target;
  private final LaneOperation forward;
  private final Patches patches;
  private final Node rows;
  private final Matrix rowMatrix;

  ThinConvolution(Graph graph, Node input, Parameter weights, Geometry geometry) {
    this.input = input;
    this.weights = weights;
    patches = new Patches(geometry, input.value().shape());
    long size = geometry.outputSize(input.size(1));
    output = graph.node(true, input.size(0), size, size, weights.size(3));
    target = new PicturePieces(output.value());
    forward = new LaneOperation(Convolution.FORWARD, geometry, weights.value(), input.value());
    boolean needed = output.wantsGradient();
    rows = needed ? graph.node(false, patches.rows(), patches.columns()) : null;
    rowMatrix = needed ? Matrix.over(rows.value(), patches.rows(), patches.columns()) : null;
  }

  @Override
  public Node output() {
    return output;
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
