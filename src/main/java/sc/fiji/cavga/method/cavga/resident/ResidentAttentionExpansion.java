package sc.fiji.cavga.method.cavga.resident;

import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.kernel.Kernels;
import sc.fiji.cavga.nn.resident.Gradients;
import sc.fiji.cavga.nn.resident.ResidentLoss;

/** L_ae (equation 4 of the paper): the mean over pictures and positions of 1 − A. */
public final class ResidentAttentionExpansion extends ResidentLoss {

  private final Node attention;
  private final Node fieldOfView;

  public ResidentAttentionExpansion(Graph graph, Node attention, Node fieldOfView) {
    super(graph, attention.size(0), 1, 1, 1);
    this.attention = attention;
    this.fieldOfView = fieldOfView;
  }

  @Override
  protected void fill(INDArray into) {
    INDArray cost = arrays.scratch(1, attention.value().shape());
    Kernels.subtract(arrays.constant(1), attention.value(), cost);
    Kernels.multiply(cost, shares(arrays.scratch(0, cost.shape())), cost);
    Kernels.multiply(Kernels.sum(cost, into, 1, 2), each(1), into);
  }

  private INDArray shares(INDArray into) {
    return ResidentPictureMean.shares(arrays, fieldOfView, into);
  }

  private INDArray each(double weight) {
    return arrays.constant(weight / attention.size(0));
  }

  @Override
  protected void differentiate(double weight) {
    Gradients.deliver(
        arrays, attention, into -> Kernels.multiply(shares(into), each(-weight), into));
  }
}
