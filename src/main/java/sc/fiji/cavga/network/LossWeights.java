package sc.fiji.cavga.network;

/**
 * The weights of the losses in the generator side's total; the paper's values as {@link #PAPER}.
 */
public final class LossWeights {

  /**
   * Of the guidance: so much that finding what was painted counts more than reconstructing what was
   * not. With 10 the reconstruction takes most of what the network can do.
   */
  public static final double DEFAULT_GUIDANCE = 1000;

  /** The paper's weight of L_R and of the KL divergence, its L, and of L_adv. */
  public static final double PAPER_IMAGE = 1;

  /** The paper's weight of L_ae and of L_cga. */
  public static final double PAPER_ATTENTION = 0.01;

  /** The paper's weight of L_bce. */
  public static final double PAPER_CLASSIFICATION = 0.001;

  /** The paper's weights. */
  public static final LossWeights PAPER =
      new LossWeights(PAPER_IMAGE, PAPER_IMAGE, PAPER_IMAGE, PAPER_ATTENTION, PAPER_CLASSIFICATION);

  private final double reconstruction;
  private final double divergence;
  private final double adversarial;
  private final double attention;
  private final double classification;
  private final double guidance;

  /** With the default weight for guidance, which only a guided network has. */
  public LossWeights(
      double reconstruction,
      double divergence,
      double adversarial,
      double attention,
      double classification) {
    this(reconstruction, divergence, adversarial, attention, classification, DEFAULT_GUIDANCE);
  }

  /** All weights are zero or positive. */
  public LossWeights(
      double reconstruction,
      double divergence,
      double adversarial,
      double attention,
      double classification,
      double guidance) {
    for (double w :
        new double[] {reconstruction, divergence, adversarial, attention, classification, guidance})
      if (!(w >= 0 && w < Double.POSITIVE_INFINITY))
        throw new IllegalArgumentException(
            "A loss weight must be zero or positive, not " + w + ".");
    this.reconstruction = reconstruction;
    this.divergence = divergence;
    this.adversarial = adversarial;
    this.attention = attention;
    this.classification = classification;
    this.guidance = guidance;
  }

  public double reconstruction() {
    return reconstruction;
  }

  public double divergence() {
    return divergence;
  }

  public double adversarial() {
    return adversarial;
  }

  /** Of L_ae (unsupervised) or L_cga (weakly supervised). */
  public double attention() {
    return attention;
  }

  public double classification() {
    return classification;
  }

  /** Of the cross-entropy between what was painted and what the network says was. */
  public double guidance() {
    return guidance;
  }

  /** The same with another weight for the attention loss, as the warm-up needs it. */
  public LossWeights withAttention(double weight) {
    return new LossWeights(
        reconstruction, divergence, adversarial, weight, classification, guidance);
  }
}
