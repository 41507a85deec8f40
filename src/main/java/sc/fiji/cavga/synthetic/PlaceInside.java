package sc.fiji.cavga.synthetic;

import java.util.SplittableRandom;
import sc.fiji.cavga.preprocess.OpticDiscLocator;
import sc.fiji.cavga.preprocess.PreparedPicture;

/** A place in a picture, in pixels. */
final class PlaceInside {

  private static final int TRIES = 1000;
  private static final double NEAR_SHARE = 0.7;

  /**
   * How far from what stands out most a place is drawn along each side, as a share of the width.
   */
  private static final double OFF = 1 / 60.0;

  final double x;
  final double y;

  PlaceInside(double x, double y) {
    this.x = x;
    this.y = y;
  }

  /** Anywhere inside the field of view; in the middle of a picture that has next to none. */
  static PlaceInside of(PreparedPicture picture, SplittableRandom random) {
    int size = picture.size();
    for (int n = 0; n < TRIES; n++) {
      int i = random.nextInt(size * size);
      if (picture.fieldOfView()[i] > 0) return new PlaceInside(i % size, i / size);
    }
    return new PlaceInside(size / 2.0, size / 2.0);
  }

  /** In most cases close to what stands out most, in the others anywhere. */
  static PlaceInside mostlyNearSalient(PreparedPicture picture, SplittableRandom random) {
    return random.nextDouble() < NEAR_SHARE ? nearSalient(picture, random) : of(picture, random);
  }

  /** Close to what stands out most. */
  static PlaceInside nearSalient(PreparedPicture picture, SplittableRandom random) {
    OpticDiscLocator salient = OpticDiscLocator.of(picture);
    double off = OFF * picture.size();
    return new PlaceInside(
        salient.x + random.nextDouble(-off, off), salient.y + random.nextDouble(-off, off));
  }
}
