package sc.fiji.cavga.method.cavga.layer;

import java.util.List;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;

/**
 * Grad-CAM's α: for each feature map the mean over its positions of the score's derivative, which
 * comes as the sum of several branches.
 */
public final class GradCamWeights extends Operation {

  private final List<Node> branches;

  /**
   * @param branches ∂s/∂F, each [B,h,w,K], or [1,h,w,K] where it is the same for all pictures
   */
  public GradCamWeights(Graph graph, long pictures, List<Node> branches) {
    super(graph.node(true, pictures, 1, 1, branches.get(0).channels()));
    this.branches = branches;
  }

  @Override
  public void forward() {
    int channels = output.channels();
    long pictures = output.size(0);
    double[] sums = new double[(int) (pictures * channels)];
    for (Node branch : branches) {
      long positions = branch.rows() / branch.size(0);
      // What is the same for all pictures, and comes first, is added up once.
      boolean once = branch.size(0) == 1 && branch == branches.get(0);
      for (long b = 0; b < (once ? 1 : pictures); b++) {
        long first = branch.size(0) == 1 ? 0 : b * positions;
        for (long row = first; row < first + positions; row++)
          for (int k = 0; k < channels; k++)
            sums[(int) b * channels + k] += branch.values().get(row * channels + k) / positions;
      }
      for (int b = 1; once && b < pictures; b++)
        System.arraycopy(sums, 0, sums, b * channels, channels);
    }
    for (int i = 0; i < sums.length; i++) output.values().set(i, sums[i]);
  }

  @Override
  public void backward() {
    int channels = output.channels();
    long pictures = output.size(0);
    for (Node branch : branches) {
      if (!branch.wantsGradient()) continue;
      long positions = branch.rows() / branch.size(0);
      boolean shared = branch.size(0) == 1;
      boolean accumulate = branch.receiveGradient();
      for (long row = 0; row < branch.rows(); row++)
        for (int k = 0; k < channels; k++) {
          double d = 0;
          if (shared)
            for (long b = 0; b < pictures; b++) d += output.gradients().get(b * channels + k);
          else d = output.gradients().get(row / positions * channels + k);
          branch.gradients().put(row * channels + k, d / positions, accumulate);
        }
    }
  }
}
