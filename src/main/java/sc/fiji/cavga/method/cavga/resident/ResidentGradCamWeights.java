package sc.fiji.cavga.method.cavga.resident;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;
import sc.fiji.cavga.nn.kernel.DeviceArrays;
import sc.fiji.cavga.nn.kernel.Kernels;
import sc.fiji.cavga.nn.resident.Gradients;

/** Grad-CAM's α: for each feature map the mean over its positions of the score's derivative. */
public final class ResidentGradCamWeights extends Operation {

  private final List<Node> branches;
  private final DeviceArrays arrays;

  public ResidentGradCamWeights(Graph graph, long pictures, List<Node> branches) {
    super(graph.node(true, pictures, 1, 1, branches.get(0).channels()));
    this.branches = branches;
    arrays = graph.deviceArrays();
  }

  @Override
  public void forward() {
    Kernels.zero(output.value());
    for (Node branch : branches) {
      INDArray mean = arrays.scratch(0, branch.size(0), 1, 1, branch.channels());
      Kernels.multiply(Kernels.sum(branch.value(), mean, 1, 2), share(branch), mean);
      Kernels.add(output.value(), mean, output.value());
    }
  }

  /** Of one position. */
  private INDArray share(Node branch) {
    return arrays.constant((double) branch.size(0) / branch.rows());
  }

  @Override
  public void backward() {
    for (Node branch : branches)
      Gradients.deliver(
          arrays,
          branch,
          into -> {
            INDArray shares = arrays.scratch(0, branch.size(0), 1, 1, branch.channels());
            if (branch.size(0) == output.size(0)) shares.assign(output.gradient());
            else Kernels.sum(output.gradient(), shares, 0);
            Kernels.multiply(shares, share(branch), shares);
            Kernels.add(Kernels.zero(into), shares, into);
          });
  }
}
