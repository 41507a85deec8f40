package sc.fiji.cavga.dataset;

/** Which signs of illness painted anomalies are like. */
public enum PaintedSigns {
  /** Bleedings, exudates, shades, and now and then a magnified place. */
  LESIONS(0.5),
  /**
   * These and, a third of all, signs of glaucoma: pale or wide cups and lost bundles of nerve
   * fibres, which are faint, so that learning them costs some of what is learned of the others.
   */
  GLAUCOMA(0.25);

  private final double densityWeight;

  PaintedSigns(double densityWeight) {
    this.densityWeight = densityWeight;
  }

  /**
   * What the density counts in a picture's score, where what the detector says counts 1: the more
   * it was shown, the less it overlooks.
   */
  public double densityWeight() {
    return densityWeight;
  }
}
