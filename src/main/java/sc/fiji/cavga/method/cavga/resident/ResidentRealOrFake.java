package sc.fiji.cavga.method.cavga.resident;

import java.util.function.BooleanSupplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.kernel.Kernels;
import sc.fiji.cavga.nn.resident.Gradients;
import sc.fiji.cavga.nn.resident.ResidentLoss;

/** Binary cross-entropy of the discriminator's logits when all pictures are to be called alike. */
public final class ResidentRealOrFake extends ResidentLoss {

  private final Node logits;
  private final BooleanSupplier real;

  public ResidentRealOrFake(Graph graph, Node logits, BooleanSupplier real) {
    super(graph, logits.value().shape());
    this.logits = logits;
    this.real = real;
  }

  @Override
  protected void fill(INDArray into) {
    INDArray wrong = arrays.scratch(0, into.shape());
    if (real.getAsBoolean()) Kernels.negative(logits.value(), wrong);
    else wrong.assign(logits.value());
    Kernels.softplus(wrong, arrays.scratch(1, into.shape()), into);
    Kernels.multiply(into, each(1), into);
  }

  private INDArray each(double weight) {
    return arrays.constant(weight / logits.size(0));
  }

  @Override
  protected void differentiate(double weight) {
    Gradients.deliver(
        arrays,
        logits,
        into -> {
          Kernels.sigmoid(logits.value(), into);
          if (real.getAsBoolean()) Kernels.subtract(into, arrays.constant(1), into);
          Kernels.multiply(into, each(weight), into);
        });
  }
}
