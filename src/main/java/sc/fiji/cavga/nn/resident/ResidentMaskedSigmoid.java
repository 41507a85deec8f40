package sc.fiji.cavga.nn.resident;

import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;
import sc.fiji.cavga.nn.kernel.DeviceArrays;
import sc.fiji.cavga.nn.kernel.Kernels;

/** Logits through a sigmoid, zero outside the field of view. */
public final class ResidentMaskedSigmoid extends Operation {

  private final Node logits;
  private final Node fieldOfView;
  private final DeviceArrays arrays;

  public ResidentMaskedSigmoid(Graph graph, Node logits, Node fieldOfView) {
    super(graph.node(true, logits.value().shape()));
    this.logits = logits;
    this.fieldOfView = fieldOfView;
    arrays = graph.deviceArrays();
  }

  @Override
  public void forward() {
    INDArray y = output.value();
    Kernels.multiply(Kernels.sigmoid(logits.value(), y), fieldOfView.value(), y);
  }

  /** s·(1 − s) of the sigmoid s, times the field of view. */
  @Override
  public void backward() {
    Gradients.deliver(
        arrays,
        logits,
        into -> {
          INDArray s = Kernels.sigmoid(logits.value(), arrays.scratch(0, into.shape()));
          Kernels.subtract(s, Kernels.square(s, into), into);
          Kernels.multiply(into, fieldOfView.value(), into);
          Kernels.multiply(into, output.gradient(), into);
        });
  }
}
