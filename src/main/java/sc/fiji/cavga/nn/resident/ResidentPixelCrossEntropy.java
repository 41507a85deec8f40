package sc.fiji.cavga.nn.resident;

import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.kernel.Kernels;

/**
 * Binary cross-entropy between picture and reconstruction, summed over channels and pixels inside
 * the field of view, averaged over the batch.
 */
public final class ResidentPixelCrossEntropy extends ResidentLoss {

  private final Node logits;
  private final Node reconstruction;
  private final Node picture;
  private final Node fieldOfView;
  private final INDArray each;

  public ResidentPixelCrossEntropy(
      Graph graph, Node logits, Node reconstruction, Node picture, Node fieldOfView) {
    super(graph, logits.size(0), logits.size(1));
    this.logits = logits;
    this.reconstruction = reconstruction;
    this.picture = picture;
    this.fieldOfView = fieldOfView;
    each = arrays.constant(1.0 / logits.size(0));
  }

  /** log(1 + exp(l)) − l·x at each pixel, one sum for each line of a picture. */
  @Override
  protected void fill(INDArray into) {
    INDArray cost = wide(0);
    Kernels.softplus(logits.value(), wide(1), cost);
    Kernels.subtract(cost, Kernels.multiply(logits.value(), picture.value(), wide(1)), cost);
    Kernels.multiply(cost, fieldOfView.value(), cost);
    Kernels.multiply(Kernels.sum(cost, into, 2, 3), each, into);
  }

  @Override
  protected void differentiate(double weight) {
    Gradients.deliver(
        arrays,
        logits,
        into -> {
          Kernels.multiply(picture.value(), fieldOfView.value(), into);
          Kernels.subtract(reconstruction.value(), into, into);
          Kernels.multiply(into, arrays.constant(weight / logits.size(0)), into);
        });
  }

  private INDArray wide(int number) {
    return arrays.scratch(number, logits.value().shape());
  }
}
