package sc.fiji.cavga.synthetic;

import java.util.SplittableRandom;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * A disc of a picture whose inner part is magnified while its rim is squeezed, so that it joins
 * what is around: mostly about what stands out most, as the cup does in the optic disc.
 */
final class Magnification {

  /** In so many cases it is close to what stands out most, in the others anywhere. */
  private static final double NEAR_SHARE = 0.7;

  /** How far from there along each side, as a share of the width. */
  private static final double OFF = 1 / 60.0;

  private final PreparedPicture picture;
  private final PlaceInside middle;
  private final double radius;
  private final double factor;

  private Magnification(PreparedPicture picture, PlaceInside middle, double radius, double factor) {
    this.picture = picture;
    this.middle = middle;
    this.radius = radius;
    this.factor = factor;
  }

  static Magnification draw(PreparedPicture picture, SplittableRandom random) {
    PlaceInside middle =
        random.nextDouble() < NEAR_SHARE
            ? nearSalient(picture, random)
            : PlaceInside.of(picture, random);
    return new Magnification(
        picture,
        middle,
        Math.max(2, random.nextDouble(0.04, 0.1) * picture.size()),
        random.nextDouble(1.25, 2.2));
  }

  private static PlaceInside nearSalient(PreparedPicture picture, SplittableRandom random) {
    PlaceInside salient = OpticDiscLocator.of(picture);
    double off = OFF * picture.size();
    return new PlaceInside(
        salient.x + random.nextDouble(-off, off), salient.y + random.nextDouble(-off, off));
  }

  /**
   * @param before [C,H,W]
   * @param values [C,H,W], written inside the disc
   * @return [H,W], 1 inside the disc and 0 outside
   */
  float[] apply(float[] before, float[] values) {
    int size = picture.size();
    int plane = size * size;
    float[] coverage = new float[plane];
    int top = (int) Math.max(0, Math.floor(middle.y - radius));
    int left = (int) Math.max(0, Math.floor(middle.x - radius));
    for (int y = top; y <= Math.min(size - 1, middle.y + radius); y++)
      for (int x = left; x <= Math.min(size - 1, middle.x + radius); x++) {
        int i = y * size + x;
        double dx = x - middle.x;
        double dy = y - middle.y;
        double out = Math.sqrt(dx * dx + dy * dy) / radius;
        if (out >= 1 || !(picture.fieldOfView()[i] > 0)) continue;
        // From the reciprocal of the factor in the middle to 1 at the rim.
        double share = 1 / factor + (1 - 1 / factor) * out * out;
        double fromX = middle.x + dx * share;
        double fromY = middle.y + dy * share;
        for (int c = 0; c < picture.channels(); c++)
          values[c * plane + i] = at(before, c * plane, fromX, fromY, before[c * plane + i]);
        coverage[i] = 1;
      }
    return coverage;
  }

  /** Between the four neighbours; what was there where one of them is not seen. */
  private float at(float[] before, int plane, double x, double y, float otherwise) {
    int size = picture.size();
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double sum = 0;
    for (int corner = 0; corner < 4; corner++) {
      int column = left + corner % 2;
      int row = top + corner / 2;
      if (column < 0 || row < 0 || column >= size || row >= size) return otherwise;
      if (!(picture.fieldOfView()[row * size + column] > 0)) return otherwise;
      double weight = (1 - Math.abs(x - column)) * (1 - Math.abs(y - row));
      sum += weight * before[plane + row * size + column];
    }
    return (float) sum;
  }
}
