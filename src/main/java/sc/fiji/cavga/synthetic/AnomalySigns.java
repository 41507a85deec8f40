package sc.fiji.cavga.synthetic;

/** Which signs of illness painted anomalies are like. */
public enum AnomalySigns {
  /** Bleedings, exudates, shades, and now and then a magnified place. */
  LESIONS(0.5f, 0.5, false),
  /**
   * These and, a third of all, signs of glaucoma: pale or wide cups and lost bundles of nerve
   * fibres, which are faint, so that learning them costs some of what is learned of the others.
   */
  GLAUCOMA(0.15f, 0.25, true);

  private final float leastCovered;
  private final double densityWeight;
  private final boolean aligned;

  AnomalySigns(float leastCovered, double densityWeight, boolean aligned) {
    this.leastCovered = leastCovered;
    this.densityWeight = densityWeight;
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
   * What the density counts in a picture's score, where what the detector says counts 1: the more
   * it was shown, the less it overlooks.
   */
  public double densityWeight() {
    return densityWeight;
  }

  /**
   * Whether places are compared with those that lie so to what stands out most, the optic disc, and
   * not so in the photograph: these signs lie in the disc and around it.
   */
  public boolean aligned() {
    return aligned;
  }
}
