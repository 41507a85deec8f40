package sc.fiji.cavga.method.cavga.layer;

import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;

/**
 * The derivative of one class logit for the latent: the classifier's weights of that class, times
 * ∂z/∂ log σ² for the variance's branch.
 */
public final class ClassGradient extends Operation {

  private final Node weights;
  private final int classIndex;
  private final Node gain;

  /**
   * @param weights of the classifier, [h,w,K,2]
   * @param gain n of {@link NoiseGain}, [B,h,w,K]; null for the mean's branch
   */
  public ClassGradient(Graph graph, Node weights, int classIndex, Node gain) {
    super(
        graph.node(
            true,
            gain == null ? 1 : gain.size(0),
            weights.size(0),
            weights.size(1),
            weights.size(2)));
    this.weights = weights;
    this.classIndex = classIndex;
    this.gain = gain;
  }

  @Override
  public void forward() {
    long each = output.values().length() / output.size(0);
    for (long i = 0; i < output.values().length(); i++) {
      double w = weights.values().get(i % each * 2 + classIndex);
      output.values().set(i, gain == null ? w : w * gain.values().get(i));
    }
  }

  @Override
  public void backward() {
    long each = output.values().length() / output.size(0);
    if (weights.wantsGradient()) {
      if (!weights.receiveGradient()) weights.gradient().assign(0);
      for (long i = 0; i < output.values().length(); i++) {
        double d = output.gradients().get(i) * (gain == null ? 1 : gain.values().get(i));
        weights.gradients().put(i % each * 2 + classIndex, d, true);
      }
    }
    if (gain == null || !gain.wantsGradient()) return;
    boolean accumulate = gain.receiveGradient();
    for (long i = 0; i < output.values().length(); i++) {
      double w = weights.values().get(i % each * 2 + classIndex);
      gain.gradients().put(i, w * output.gradients().get(i), accumulate);
    }
  }
}
