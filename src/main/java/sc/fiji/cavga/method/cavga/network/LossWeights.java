package sc.fiji.cavga.method.cavga.network;

/**
 * The weights of the losses in the generator side's total; the paper's values as {@link #PAPER}.
 */
public final class LossWeights {

  /** The paper's weight of L_R and of the KL divergence, its L, and of L_adv. */
  public static final double PAPER_IMAGE = 1;

  /** The paper's weight of L_ae and of L_cga. */
  public static final double PAPER_ATTENTION = 0.01;

  /** The paper's weight of L_bce. */
  public static final double PAPER_CLASSIFICATION = 0.001;

  /** The paper's weights. */
  public static final LossWeights PAPER =
      new LossWeights(PAPER_IMAGE, PAPER_IMAGE, PAPER_IMAGE, PAPER_ATTENTION, PAPER_CLASSIFICATION);

  public final double reconstruction;
  public final double divergence;
  public final double adversarial;

  /** Of L_ae (unsupervised) or L_cga (weakly supervised). */
  public final double attention;

  public final double classification;

  /** All weights are zero or positive. */
  public LossWeights(
      double reconstruction,
      double divergence,
      double adversarial,
      double attention,
      double classification) {
    for (double w :
        new double[] {reconstruction, divergence, adversarial, attention, classification})
      if (!(w >= 0 && w < Double.POSITIVE_INFINITY))
        throw new IllegalArgumentException(
            "A loss weight must be zero or positive, not " + w + ".");
    this.reconstruction = reconstruction;
    this.divergence = divergence;
    this.adversarial = adversarial;
    this.attention = attention;
    this.classification = classification;
  }

  /** The same with another weight for the attention loss, as the warm-up needs it. */
  public LossWeights withAttention(double weight) {
    return new LossWeights(reconstruction, divergence, adversarial, weight, classification);
  }
}
