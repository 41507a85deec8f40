package sc.fiji.cavga.synthetic;

import sc.fiji.cavga.preprocess.PreparedPicture;

/** A normal picture into which anomalies were painted, and where. */
public final class SyntheticPicture {

  /** As painted; a picture of its own. */
  public final PreparedPicture picture;

  /** [H,W], 1 where something was painted and 0 elsewhere. */
  public final float[] mask;

  SyntheticPicture(PreparedPicture picture, float[] mask) {
    this.picture = picture;
    this.mask = mask;
  }
}
