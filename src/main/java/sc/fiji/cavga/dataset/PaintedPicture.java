package sc.fiji.cavga.dataset;

import sc.fiji.cavga.image.PreparedPicture;

/** A normal picture into which anomalies were painted, and where. */
final class PaintedPicture {

  /** As painted; a picture of its own. */
  final PreparedPicture picture;

  /** [H,W], 1 where something was painted and 0 elsewhere. */
  final float[] mask;

  PaintedPicture(PreparedPicture picture, float[] mask) {
    this.picture = picture;
    this.mask = mask;
  }
}
