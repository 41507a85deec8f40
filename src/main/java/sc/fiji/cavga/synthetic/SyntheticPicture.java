package sc.fiji.cavga.synthetic;

import sc.fiji.cavga.preprocess.PreparedPicture;

/** A normal picture with synthetic anomalies, and where they lie. */
public final class SyntheticPicture {

  /** With the anomalies; a picture of its own. */
  public final PreparedPicture picture;

  /** [H,W], 1 inside synthetic anomalies and 0 elsewhere. */
  public final float[] mask;

  SyntheticPicture(PreparedPicture picture, float[] mask) {
    this.picture = picture;
    this.mask = mask;
  }
}
