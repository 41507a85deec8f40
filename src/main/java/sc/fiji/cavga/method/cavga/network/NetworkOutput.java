package sc.fiji.cavga.method.cavga.network;

/** What the network says about a batch at test time, with z = μ: nothing in it is random. */
public final class NetworkOutput {

  private final int latentSize;
  private final float[] attention;
  private final float[] reconstruction;
  private final float[] anomalousProbability;
  private final float[] divergence;

  /**
   * @param latentSize width and height of the attention map
   * @param attention [B,1,h,w], A in 0 to 1
   * @param reconstruction [B,C,H,W], x̂ in 0 to 1
   * @param divergence [B], of each picture's latent from the unit normal, 0 or more
   * @param anomalousProbability [B] of the classifier; null where the network has none
   */
  public NetworkOutput(
      int latentSize,
      float[] attention,
      float[] reconstruction,
      float[] divergence,
      float[] anomalousProbability) {
    this.latentSize = latentSize;
    this.attention = attention;
    this.reconstruction = reconstruction;
    this.divergence = divergence;
    this.anomalousProbability = anomalousProbability;
  }

  public int latentSize() {
    return latentSize;
  }

  /** [B,1,h,w]; the array itself, not a copy. */
  public float[] attention() {
    return attention;
  }

  /** [B,C,H,W]; the array itself, not a copy. */
  public float[] reconstruction() {
    return reconstruction;
  }

  /** [B], KL(q(z|x) ‖ N(0,1)) in nats: large where the latent is an unusual one. */
  public float[] divergence() {
    return divergence;
  }

  /** [B], or null where the network has no classifier. */
  public float[] anomalousProbability() {
    return anomalousProbability;
  }
}
