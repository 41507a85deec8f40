package sc.fiji.cavga.method.cavga.resident;

import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;
import sc.fiji.cavga.nn.kernel.DeviceArrays;
import sc.fiji.cavga.nn.kernel.Kernels;
import sc.fiji.cavga.nn.resident.Gradients;

/** Grad-CAM's M = Σ_k α_k·F_k at each position, signed. */
public final class ResidentGradCamSum extends Operation {

  private final Node alpha;
  private final Node features;
  private final DeviceArrays arrays;

  public ResidentGradCamSum(Graph graph, Node alpha, Node features) {
    super(graph.node(true, features.size(0), features.size(1), features.size(2), 1));
    this.alpha = alpha;
    this.features = features;
    arrays = graph.deviceArrays();
  }

  @Override
  public void forward() {
    Kernels.sum(Kernels.multiply(features.value(), alpha.value(), wide()), output.value(), 3);
  }

  @Override
  public void backward() {
    INDArray d = output.gradient();
    Gradients.deliver(
        arrays,
        alpha,
        into -> Kernels.sum(Kernels.multiply(features.value(), d, wide()), into, 1, 2));
    Gradients.deliver(arrays, features, into -> Kernels.multiply(d, alpha.value(), into));
  }

  private INDArray wide() {
    return arrays.scratch(0, features.value().shape());
  }
}
