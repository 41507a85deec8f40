package sc.fiji.cavga.network.graph;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The gradients of a convolution, transposed or not, for its input and its weights: both by one
 * native operation, or the input's alone by the opposite convolution where the weights are fixed.
 */
final class GradientPair implements AutoCloseable {

  private final Node input;
  private final Parameter weights;
  private final NativeOperation both;
  private final NativeOperation inputAlone;
  private INDArray inputScratch;
  private INDArray weightsScratch;

  GradientPair(
      String bothName,
      String oppositeName,
      Node input,
      Parameter weights,
      Node output,
      Geometry geometry) {
    this.input = input;
    this.weights = weights;
    both =
        new NativeOperation(
            bothName,
            new INDArray[] {input.value(), weights.value(), output.gradient()},
            geometry.arguments());
    inputAlone =
        new NativeOperation(
            oppositeName,
            new INDArray[] {output.gradient(), weights.value()},
            geometry.arguments());
  }

  void run() {
    if (!weights.wantsGradient() && !input.wantsGradient()) return;
    boolean inputDirectly = input.wantsGradient() && !input.hasGradient();
    if (!inputDirectly && inputScratch == null) inputScratch = like(input);
    INDArray inputTarget = inputDirectly ? input.gradient() : inputScratch;
    if (weights.wantsGradient()) {
      if (weights.hasGradient() && weightsScratch == null) weightsScratch = like(weights);
      INDArray weightsTarget = weights.hasGradient() ? weightsScratch : weights.gradient();
      both.run(inputTarget, weightsTarget);
      if (weights.receiveGradient()) weights.gradient().addi(weightsTarget);
    } else {
      inputAlone.run(inputTarget);
    }
    if (input.wantsGradient() && input.receiveGradient()) input.gradient().addi(inputTarget);
  }

  private static INDArray like(Node node) {
    return Nd4j.create(node.value().dataType(), node.value().shape(), 'c');
  }

  @Override
  public void close() {
    if (inputScratch != null) inputScratch.close();
    if (weightsScratch != null) weightsScratch.close();
  }
}
