package sc.fiji.cavga.method.cavga.layer;

import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;

/** Brings Grad-CAM's signed sum M into A in 0 to 1, as {@link AttentionNormalization} says. */
public final class AttentionNormalizing extends Operation {

  /** Keeps the division by the largest value from that by zero. */
  public static final double EPSILON = 1e-8;

  private final Node sum;
  private final AttentionNormalization normalization;

  public AttentionNormalizing(Graph graph, Node sum, AttentionNormalization normalization) {
    super(graph.node(true, sum.value().shape()));
    this.sum = sum;
    this.normalization = normalization;
  }

  @Override
  public void forward() {
    long positions = sum.rows() / sum.size(0);
    for (long b = 0; b < sum.size(0); b++) {
      double scale =
          normalization == AttentionNormalization.MAXIMUM
              ? Math.max(0, sum.values().get(maximum(b, positions))) + EPSILON
              : 1;
      for (long i = b * positions; i < (b + 1) * positions; i++) {
        double m = sum.values().get(i);
        output
            .values()
            .set(
                i,
                normalization == AttentionNormalization.SIGMOID
                    ? 1 / (1 + Math.exp(-m))
                    : Math.max(0, m) / scale);
      }
    }
  }

  private long maximum(long picture, long positions) {
    long at = picture * positions;
    for (long i = at; i < (picture + 1) * positions; i++)
      if (sum.values().get(i) > sum.values().get(at)) at = i;
    return at;
  }

  @Override
  public void backward() {
    boolean accumulate = sum.receiveGradient();
    long positions = sum.rows() / sum.size(0);
    for (long b = 0; b < sum.size(0); b++) {
      if (normalization == AttentionNormalization.SIGMOID) {
        for (long i = b * positions; i < (b + 1) * positions; i++) {
          double a = output.values().get(i);
          sum.gradients().put(i, a * (1 - a) * output.gradients().get(i), accumulate);
        }
      } else {
        divide(b, positions, accumulate);
      }
    }
  }

  /** d(max(0,m_i)/(m* + ε)): every position pulls at the picture's largest value too. */
  private void divide(long picture, long positions, boolean accumulate) {
    long peak = maximum(picture, positions);
    double top = Math.max(0, sum.values().get(peak));
    double scale = top + EPSILON;
    double pull = 0;
    for (long i = picture * positions; i < (picture + 1) * positions; i++)
      pull -= output.gradients().get(i) * output.values().get(i) / scale;
    for (long i = picture * positions; i < (picture + 1) * positions; i++) {
      double d = sum.values().get(i) > 0 ? output.gradients().get(i) / scale : 0;
      if (i == peak && top > 0) d += pull;
      sum.gradients().put(i, d, accumulate);
    }
  }
}
