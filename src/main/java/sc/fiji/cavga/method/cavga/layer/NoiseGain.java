package sc.fiji.cavga.method.cavga.layer;

import java.util.Random;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;
import sc.fiji.cavga.nn.array.FixedSplit;
import sc.fiji.cavga.nn.array.Values;

/**
 * n = ½·ε·σ with ε from the unit normal: half of what the noise adds to the latent, and at the same
 * time ∂z/∂ log σ², which the closed form of the attention needs.
 */
public class NoiseGain extends Operation {

  /** Beyond these bounds log σ² counts as the bound, so that no exponential explodes. */
  public static final double LOG_VARIANCE_BOUND = 10;

  private final Node logVariance;
  private final Node noise;

  public NoiseGain(Graph graph, Node logVariance) {
    super(graph.node(true, logVariance.value().shape()));
    this.logVariance = logVariance;
    noise = graph.node(false, logVariance.value().shape());
  }

  /** Draws ε: the same seed and iteration give the same noise. */
  public final void draw(long seed, long iteration) {
    double[] drawn = new double[(int) noise.value().length()];
    int pictures = (int) noise.size(0);
    int each = drawn.length / pictures;
    FixedSplit.run(
        pictures,
        each,
        (block, start, end) -> {
          for (int b = (int) start; b < end; b++) {
            Random random = new Random((seed * 31 + iteration) * 0x9E3779B97F4A7C15L + b);
            for (int i = b * each; i < (b + 1) * each; i++) drawn[i] = random.nextGaussian();
          }
        });
    noise.write(drawn);
  }

  /** ε = 0, so that z = μ until noise is drawn again. */
  public final void silence() {
    noise.value().assign(0);
  }

  /** ε, [B,C,H,W] or flat. */
  public final Node noise() {
    return noise;
  }

  public static double clamp(double logVariance) {
    return Math.max(-LOG_VARIANCE_BOUND, Math.min(LOG_VARIANCE_BOUND, logVariance));
  }

  @Override
  public void forward() {
    Values source = logVariance.values();
    Values target = output.values();
    output.overElements(
        (start, end) -> {
          for (long i = start; i < end; i++)
            target.set(i, 0.5 * noise.values().get(i) * Math.exp(0.5 * clamp(source.get(i))));
        });
  }

  @Override
  public void backward() {
    if (!logVariance.wantsGradient()) return;
    boolean accumulate = logVariance.receiveGradient();
    Values source = logVariance.values();
    logVariance.overElements(
        (start, end) -> {
          for (long i = start; i < end; i++) {
            boolean free = Math.abs(source.get(i)) < LOG_VARIANCE_BOUND;
            double d = free ? 0.5 * output.values().get(i) * output.gradients().get(i) : 0;
            logVariance.gradients().put(i, d, accumulate);
          }
        });
  }
}
