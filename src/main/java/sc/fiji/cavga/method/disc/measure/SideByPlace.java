package sc.fiji.cavga.method.disc.measure;

import sc.fiji.cavga.picture.Laterality;
import sc.fiji.cavga.preprocess.Placement;

/** Tells an eye's side by the optic disc: it lies nasal of the macula. */
final class SideByPlace {

  /** A disc that takes more of the field of view is in a picture of the disc, not of the eye. */
  static final double LARGEST_SHARE = 0.28;

  /** Of the field of view: a disc nearer to its middle tells no side. */
  static final double LEAST_OFFSET = 0.1;

  private SideByPlace() {}

  /**
   * @param disc in the picture's own pixels
   * @param picture where the square around the picture's field of view lies
   */
  static Laterality of(PolarOutline disc, Placement picture) {
    double field = picture.side();
    if (disc.diameter() > LARGEST_SHARE * field) return Laterality.UNKNOWN;
    double offset = (disc.centreX() - picture.left()) / field - 0.5;
    if (Math.abs(offset) < LEAST_OFFSET) return Laterality.UNKNOWN;
    return offset > 0 ? Laterality.RIGHT : Laterality.LEFT;
  }
}
