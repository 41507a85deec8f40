package sc.fiji.cavga.phantom.anatomy;

import sc.fiji.cavga.phantom.FundusPhantom;

/** What can be wrong with a phantom's eye. */
public enum Anomaly {
  /** Glaucoma: a cup of 0.60 to 0.90 of the disc's diameter where 0.25 to 0.50 is normal. */
  ENLARGED_CUP("cup", 0.9, 0.55, 0.2),
  /** Small round bleedings deep in the retina. */
  DOT_HAEMORRHAGES("dot", 0.7, 0.48, 0.27),
  /** Larger bleedings deep in the retina. */
  BLOT_HAEMORRHAGES("blot", 0.62, 0.4, 0.18),
  /** Bleedings between the nerve fibres, drawn out along them. */
  FLAME_HAEMORRHAGES("flame", 0.62, 0.4, 0.18),
  /** Clusters or rings of small, bright yellow deposits. */
  HARD_EXUDATES("hard-exudate", 0.8, 0.55, 0.27),
  /** Cotton-wool spots: pale with a fuzzy margin. */
  SOFT_EXUDATES("soft-exudate", 0.6, 0.36, 0.15),
  /** A dark wedge from the disc along the nerve fibres, where a bundle has died. */
  NERVE_FIBRE_DEFECT("wedge", 0.36, 0.24, 0.13);

  private final String label;
  private final double easy;
  private final double medium;
  private final double hard;

  Anomaly(String label, double easy, double medium, double hard) {
    this.label = label;
    this.easy = easy;
    this.medium = medium;
    this.hard = hard;
  }

  /** Short name for file names and tables. */
  public String label() {
    return label;
  }

  /**
   * The contrast that a grade stands for, between 0 and 1; see {@link FundusPhantom#draw(long,
   * Anomaly, double)} for what it means.
   */
  public double contrast(Grade grade) {
    switch (grade) {
      case EASY:
        return easy;
      case MEDIUM:
        return medium;
      default:
        return hard;
    }
  }
}
