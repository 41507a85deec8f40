package sc.fiji.cavga.synthetic;

/** Which signs of illness synthetic anomalies are like. */
public enum AnomalySigns {
  /** Bleedings, exudates, shades, and now and then a magnified place. */
  LESIONS(0.5f, 0.5, false),
  /**
   * These and, a third of all, signs of glaucoma: pale or wide cups and lost bundles of nerve
   * fibres, which are faint, so that learning them costs some of what is learned of the others.
   */
  GLAUCOMA(0.15f, 0.25, true);

  private final float leastCovered;
  private final double distanceWeight;
  private final boolean aligned;

  AnomalySigns(float leastCovered, double distanceWeight, boolean aligned) {
    this.leastCovered = leastCovered;
    this.distanceWeight = distanceWeight;
    this.aligned = aligned;
  }

  /**
   * How much of a place has to be covered by paint, 0 to 1, for it to be marked: of faint signs the
   * wide edges count.
   */
  float leastCovered() {
    return leastCovered;
  }

  /**
   * What the distance counts in a picture's score, where what the U-Net says counts 1: the more it
   * was shown, the less it overlooks.
   */
  public double distanceWeight() {
    return distanceWeight;
  }

  /**
   * Whether pictures are aligned by the optic disc before their places are compared: these signs
   * lie in the disc and around it.
   */
  public boolean aligned() {
    return aligned;
  }
}
