package sc.fiji.cavga.method.cavga.layer;

import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;

/** Grad-CAM's M = Σ_k α_k·F_k at each position, signed. */
public final class GradCamSum extends Operation {

  private final Node alpha;
  private final Node features;

  /**
   * @param alpha [B,1,1,K]
   * @param features F, [B,h,w,K]
   */
  public GradCamSum(Graph graph, Node alpha, Node features) {
    super(graph.node(true, features.size(0), features.size(1), features.size(2), 1));
    this.alpha = alpha;
    this.features = features;
  }

  @Override
  public void forward() {
    int channels = features.channels();
    long positions = features.rows() / features.size(0);
    for (long row = 0; row < features.rows(); row++) {
      long a = row / positions * channels;
      double sum = 0;
      for (int k = 0; k < channels; k++)
        sum += alpha.values().get(a + k) * features.values().get(row * channels + k);
      output.values().set(row, sum);
    }
  }

  @Override
  public void backward() {
    int channels = features.channels();
    long positions = features.rows() / features.size(0);
    boolean accumulate = features.receiveGradient();
    double[] sums = new double[(int) alpha.values().length()];
    for (long row = 0; row < features.rows(); row++) {
      long a = row / positions * channels;
      double d = output.gradients().get(row);
      for (int k = 0; k < channels; k++) {
        sums[(int) a + k] += d * features.values().get(row * channels + k);
        features.gradients().put(row * channels + k, d * alpha.values().get(a + k), accumulate);
      }
    }
    boolean accumulateAlpha = alpha.receiveGradient();
    for (int i = 0; i < sums.length; i++) alpha.gradients().put(i, sums[i], accumulateAlpha);
  }
}
