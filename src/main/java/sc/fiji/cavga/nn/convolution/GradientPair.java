package sc.fiji.cavga.nn.convolution;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Parameter;
import sc.fiji.cavga.nn.PerThreadGradients;

/**
 * The gradients of a convolution, transposed or not, for its input and its weights: both by one
 * native operation, or the input's alone by the opposite convolution where the weights are fixed.
 */
final class GradientPair implements AutoCloseable {

  private final Node input;
  private final Parameter weights;
  private final PerThreadOperation both;
  private final PerThreadOperation inputAlone;
  private final PerThreadGradients weightGradients;
  private final PicturePieces inputGradient;
  private PicturePieces inputScratch;

  GradientPair(
      Graph graph,
      NativeConvolution kind,
      Node input,
      Parameter weights,
      Node output,
      Geometry geometry) {
    this.input = input;
    this.weights = weights;
    both =
        new PerThreadOperation(
            kind.gradients(), geometry, weights, input.value(), output.gradient());
    inputAlone = new PerThreadOperation(kind.opposite(), geometry, weights, output.gradient());
    inputGradient = input.gradient() == null ? null : new PicturePieces(input.gradient());
    weightGradients = graph.laneGradients();
    weightGradients.reserve(weights.value().length());
  }

  void run() {
    if (!weights.wantsGradient() && !input.wantsGradient()) return;
    // ND4J computes both or none.
    boolean unasked = !input.wantsGradient() && OneDnn.computes(weights.value());
    PicturePieces target = unasked ? null : target();
    if (weights.wantsGradient()) {
      INDArray[] weightTargets = weightGradients.targets(weights, both.lanes());
      both.run(target, weightTargets);
      weightGradients.addTo(weights, weightTargets.length);
    } else {
      inputAlone.run(target);
    }
    if (input.wantsGradient() && input.receiveGradient()) input.gradient().addi(target.whole());
  }

  /** The input's gradient where nothing has been written to yet. */
  private PicturePieces target() {
    if (input.wantsGradient() && !input.hasOwnGradient()) return inputGradient;
    if (inputScratch == null)
      inputScratch =
          new PicturePieces(Nd4j.create(input.value().dataType(), input.value().shape(), 'c'));
    return inputScratch;
  }

  @Override
  public void close() {
    both.close();
    inputAlone.close();
    if (inputScratch != null) inputScratch.whole().close();
  }
}
