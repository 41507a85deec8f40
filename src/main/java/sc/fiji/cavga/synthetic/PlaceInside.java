package sc.fiji.cavga.synthetic;

import java.util.SplittableRandom;
import sc.fiji.cavga.preprocess.PreparedPicture;

/** A place in a picture, in pixels. */
final class PlaceInside {

  private static final int TRIES = 1000;

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
}
