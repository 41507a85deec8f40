package sc.fiji.cavga.method.cavga.network;

/** The losses of one training step, before their weights, averaged over the batch. */
public final class StepLosses {

  /** L_R: binary cross-entropy, summed over the pixels inside the field of view. */
  public final double reconstruction;

  /** KL divergence of the latent from the unit normal, summed over the latent. */
  public final double divergence;

  /** The discriminator's loss: −mean[log D(x) + log(1 − D(x̂))]. */
  public final double discriminator;

  /** The generator side's adversarial loss. */
  public final double adversarial;

  /** L_ae, or L_cga in the weak setting. */
  public final double attention;

  /** L_bce of the classifier; 0 without one. */
  public final double classification;

  /** Mean of A over batch and positions. */
  public final double attentionMean;

  /** Standard deviation of A over batch and positions. */
  public final double attentionSpread;

  /** Share of positions where A is below 0.01 or above 0.99: it carries no information there. */
  public final double attentionSaturated;

  public StepLosses(
      double reconstruction,
      double divergence,
      double discriminator,
      double adversarial,
      double attention,
      double classification,
      double attentionMean,
      double attentionSpread,
      double attentionSaturated) {
    this.reconstruction = reconstruction;
    this.divergence = divergence;
    this.discriminator = discriminator;
    this.adversarial = adversarial;
    this.attention = attention;
    this.classification = classification;
    this.attentionMean = attentionMean;
    this.attentionSpread = attentionSpread;
    this.attentionSaturated = attentionSaturated;
  }
}
