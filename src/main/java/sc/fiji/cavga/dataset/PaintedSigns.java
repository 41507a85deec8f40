package sc.fiji.cavga.dataset;

/** Which signs of illness painted anomalies are like. */
public enum PaintedSigns {
  /** Bleedings, exudates, shades, and now and then a magnified place. */
  LESIONS,
  /**
   * These and, a quarter of all, signs of glaucoma: pale or wide cups and lost bundles of nerve
   * fibres, which are faint, so that learning them costs some of what is learned of the others.
   */
  GLAUCOMA
}
