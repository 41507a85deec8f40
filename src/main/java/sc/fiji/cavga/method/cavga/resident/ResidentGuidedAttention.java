package sc.fiji.cavga.method.cavga.resident;

import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.kernel.Kernels;
import sc.fiji.cavga.nn.resident.Gradients;
import sc.fiji.cavga.nn.resident.ResidentLoss;

/**
 * L_cga (equation 7 of the paper): over the normal pictures that the classifier calls normal, the
 * mean of 1 − A^{c_n} + A^{c_a}; 0 when there is none in the batch.
 */
public final class ResidentGuidedAttention extends ResidentLoss {

  private final Node normal;
  private final Node anomalous;
  private final Node fieldOfView;
  private final ResidentClassMargin margin;
  private final INDArray steep;

  /** The share of each position in the loss, [B,h,w,1]. */
  private final INDArray shares;

  public ResidentGuidedAttention(
      Graph graph, Node normal, Node anomalous, Node fieldOfView, Node logits, boolean[] labels) {
    super(graph, normal.size(0), 1, 1, 1);
    this.normal = normal;
    this.anomalous = anomalous;
    this.fieldOfView = fieldOfView;
    margin = new ResidentClassMargin(graph, logits, labels);
    steep = arrays.steep();
    shares = arrays.own(normal.value().shape());
  }

  @Override
  protected void fill(INDArray into) {
    INDArray counted = counted(arrays.scratch(1, into.shape()));
    INDArray number = arrays.scratch(2, 1, 1, 1, 1);
    Kernels.maximum(Kernels.sum(counted, number, 0), arrays.constant(1), number);
    Kernels.divide(counted, number, counted);
    ResidentPictureMean.shares(arrays, fieldOfView, shares);
    Kernels.multiply(shares, counted, shares);
    INDArray cost = arrays.scratch(0, shares.shape());
    Kernels.subtract(anomalous.value(), normal.value(), cost);
    Kernels.add(cost, arrays.constant(1), cost);
    Kernels.sum(Kernels.multiply(cost, shares, cost), into, 1, 2);
  }

  /** 1 for each normal picture that the classifier calls normal, 0 for others. */
  private INDArray counted(INDArray into) {
    Kernels.negative(margin.margin(into), into);
    Kernels.step(into, 0, steep, into);
    INDArray anomalies =
        Kernels.multiply(into, margin.readLabels(), arrays.scratch(2, into.shape()));
    return Kernels.subtract(into, anomalies, into);
  }

  @Override
  protected void differentiate(double weight) {
    Gradients.deliver(
        arrays, normal, into -> Kernels.multiply(shares, arrays.constant(-weight), into));
    Gradients.deliver(
        arrays, anomalous, into -> Kernels.multiply(shares, arrays.constant(weight), into));
  }
}
