package sc.fiji.cavga.method.cavga.resident;

import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.kernel.Kernels;
import sc.fiji.cavga.nn.resident.Gradients;
import sc.fiji.cavga.nn.resident.ResidentLoss;

/** L_bce of the weakly supervised setting: cross-entropy of the two logits, the batch's mean. */
public final class ResidentClassCrossEntropy extends ResidentLoss {

  private final Node logits;
  private final ResidentClassMargin margin;
  private final INDArray each;

  public ResidentClassCrossEntropy(Graph graph, Node logits, boolean[] anomalous) {
    super(graph, logits.size(0), 1, 1, 1);
    this.logits = logits;
    margin = new ResidentClassMargin(graph, logits, anomalous);
    each = arrays.constant(1.0 / logits.size(0));
  }

  /** log(1 + exp(m)) for a normal picture's margin m, and less m for an anomalous one. */
  @Override
  protected void fill(INDArray into) {
    INDArray given = margin.margin(perPicture(0));
    Kernels.softplus(given, perPicture(1), into);
    Kernels.multiply(given, margin.readLabels(), given);
    Kernels.multiply(Kernels.subtract(into, given, into), each, into);
  }

  @Override
  protected void differentiate(double weight) {
    INDArray wrong = margin.margin(perPicture(0));
    Kernels.subtract(Kernels.sigmoid(wrong, wrong), margin.labels(), wrong);
    Kernels.multiply(wrong, arrays.constant(weight / logits.size(0)), wrong);
    Gradients.deliver(arrays, logits, into -> Kernels.multiply(wrong, margin.signs, into));
  }

  private INDArray perPicture(int number) {
    return arrays.scratch(number, logits.size(0), 1, 1, 1);
  }
}
