package sc.fiji.cavga.method.disc.measure;

import sc.fiji.cavga.picture.Laterality;
import sc.fiji.cavga.preprocess.Placement;

/**
 * Tells an eye's side by the optic disc: it lies nasal of the macula, and hardly above or below it.
 */
final class SideByPlace {

  /** A disc that takes more of the field of view is in a picture of the disc, not of the eye. */
  static final double LARGEST_SHARE = 0.28;

  /** Of the field of view: a disc nearer to its middle tells no side. */
  static final double LEAST_OFFSET = 0.1;

  /**
   * The same for a photograph that lies on its side; upright ones reach 0.21, but lie aside too.
   */
  static final double LEAST_HEIGHT = 0.15;

  private final Laterality side;
  private final boolean onItsSide;

  private SideByPlace(Laterality side, boolean onItsSide) {
    this.side = side;
    this.onItsSide = onItsSide;
  }

  /** Where there is no disc. */
  static SideByPlace unknown() {
    return new SideByPlace(Laterality.UNKNOWN, false);
  }

  /**
   * @param disc in the picture's own pixels
   * @param picture where the square around the picture's field of view lies
   * @param given the eye's side where somebody knows it
   */
  static SideByPlace of(PolarOutline disc, Placement picture, Laterality given) {
    double field = picture.side();
    if (disc.diameter() > LARGEST_SHARE * field) return new SideByPlace(given, false);
    double right = (disc.centreX() - picture.left()) / field - 0.5;
    double down = (disc.centreY() - picture.top()) / field - 0.5;
    boolean onItsSide = Math.abs(down) > LEAST_HEIGHT && Math.abs(down) > Math.abs(right);
    if (given != Laterality.UNKNOWN || Math.abs(right) < LEAST_OFFSET)
      return new SideByPlace(given, onItsSide);
    return new SideByPlace(right > 0 ? Laterality.RIGHT : Laterality.LEFT, onItsSide);
  }

  Laterality side() {
    return side;
  }

  /** Whether the disc lies above or below the field's middle, more than beside it. */
  boolean isOnItsSide() {
    return onItsSide;
  }
}
