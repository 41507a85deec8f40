package sc.fiji.cavga.nn.convolution;

import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.nn.Parameter;

/** By {@link OneDnn}: a transposed convolution is the gradient of the other for its input. */
final class OneDnnLane implements Lane {

  private final NativeConvolution kind;
  private final Geometry geometry;
  private final Parameter weights;
  private final INDArray[] inputs;
  private OneDnnKernel first;
  private OneDnnKernel weightGradients;

  /**
   * @param inputs x and, for gradients, the output's gradient
   */
  OneDnnLane(NativeConvolution kind, Geometry geometry, Parameter weights, INDArray... inputs) {
    this.kind = kind;
    this.geometry = geometry;
    this.weights = weights;
    this.inputs = inputs;
  }

  @Override
  public void run(INDArray output, INDArray weightGradient) {
    if (output != null) {
      INDArray from = inputs[inputs.length - 1];
      boolean spreads =
          kind == NativeConvolution.TRANSPOSED || kind == NativeConvolution.CONVOLUTION_GRADIENTS;
      INDArray wide = spreads ? output : from;
      INDArray narrow = spreads ? from : output;
      if (first == null)
        first =
            new OneDnnKernel(
                spreads ? OneDnnKernel.Kind.SPREADING : OneDnnKernel.Kind.GATHERING,
                geometry,
                wide.shape(),
                narrow.shape());
      first.run(wide, weights, narrow);
    }
    if (weightGradient == null) return;
    boolean transposed = kind == NativeConvolution.TRANSPOSED_GRADIENTS;
    INDArray wide = inputs[transposed ? 1 : 0];
    INDArray narrow = inputs[transposed ? 0 : 1];
    if (weightGradients == null)
      weightGradients =
          new OneDnnKernel(
              OneDnnKernel.Kind.WEIGHT_GRADIENT, geometry, wide.shape(), narrow.shape());
    weightGradients.learn(wide, weightGradient, narrow);
  }

  @Override
  public void close() {
    if (first != null) first.close();
    if (weightGradients != null) weightGradients.close();
  }
}
