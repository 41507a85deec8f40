package sc.fiji.cavga.dataset;

import java.util.SplittableRandom;
import sc.fiji.cavga.image.PreparedPicture;

/** Where one layer of paint lies: spots, a patch, a cluster of specks, or streaks. */
final class PaintedShapes {

  private final PreparedPicture picture;
  private final SplittableRandom random;

  /** Pixels of this picture per pixel of one of 128. */
  private final double unit;

  private final double softness;
  private final float[] coverage;

  private PaintedShapes(PreparedPicture picture, SplittableRandom random) {
    this.picture = picture;
    this.random = random;
    unit = picture.size() / 128.0;
    softness = random.nextDouble(0.2, 0.9);
    coverage = new float[picture.fieldOfView().length];
  }

  /**
   * @return [H,W], 0 to 1, zero outside the field of view
   */
  static float[] draw(PreparedPicture picture, SplittableRandom random) {
    PaintedShapes shapes = new PaintedShapes(picture, random);
    double kind = random.nextDouble();
    if (kind < 0.3) shapes.spots();
    else if (kind < 0.5) shapes.blob(PlaceInside.of(picture, random), between(4, 16, random));
    else if (kind < 0.7) shapes.cluster();
    else shapes.streaks();
    for (int i = 0; i < shapes.coverage.length; i++)
      if (!(picture.fieldOfView()[i] > 0)) shapes.coverage[i] = 0;
    return shapes.coverage;
  }

  private static double between(double least, double most, SplittableRandom random) {
    return least * StrictMath.pow(most / least, random.nextDouble());
  }

  private void spots() {
    for (int n = 1 + random.nextInt(7); n > 0; n--)
      blob(PlaceInside.of(picture, random), between(0.8, 6, random));
  }

  private void cluster() {
    PlaceInside middle = PlaceInside.of(picture, random);
    double spread = random.nextDouble(2, 10) * unit * 1.7;
    for (int n = 4 + random.nextInt(16); n > 0; n--) {
      // Two draws together lie closer to the middle more often than one.
      double dx = spread * (random.nextDouble() + random.nextDouble() - 1);
      double dy = spread * (random.nextDouble() + random.nextDouble() - 1);
      blob(new PlaceInside(middle.x + dx, middle.y + dy), between(0.5, 2, random));
    }
  }

  private void streaks() {
    for (int n = 1 + random.nextInt(3); n > 0; n--) streak(PlaceInside.of(picture, random));
  }

  /** An ellipse whose outline wobbles where it is large enough to show. */
  private void blob(PlaceInside middle, double radiusAt128) {
    double radius = radiusAt128 * unit;
    double stretch = StrictMath.exp(random.nextDouble(0, 0.55));
    double angle = random.nextDouble(0, StrictMath.PI);
    double[] wobble = new double[4];
    double[] phase = new double[4];
    for (int k = 0; k < 4; k++) {
      wobble[k] = 0.3 / (k + 2) * (random.nextDouble() + random.nextDouble() - 1);
      phase[k] = random.nextDouble(0, 2 * StrictMath.PI);
    }
    boolean wobbles = radius > 3;
    stamp(
        middle,
        2 * radius * stretch,
        angle,
        (along, across) -> {
          double u = along / (radius * stretch);
          double v = across * stretch / radius;
          double distance = Math.sqrt(u * u + v * v);
          if (!wobbles) return distance;
          double direction = StrictMath.atan2(v, u);
          double out = 1;
          for (int k = 0; k < 4; k++)
            out += wobble[k] * StrictMath.cos((k + 2) * direction + phase[k]);
          return distance / Math.max(0.5, out);
        });
  }

  /** A bent band that gets narrower towards one end. */
  private void streak(PlaceInside middle) {
    double length = between(5, 60, random) * unit;
    double width = length * between(0.06, 0.3, random);
    double bend = random.nextDouble(-0.5, 0.5) * length;
    double taper = random.nextDouble(0, 0.6);
    stamp(
        middle,
        0.9 * length,
        random.nextDouble(0, 2 * StrictMath.PI),
        (along, across) -> {
          double part = along / length;
          double aside = Math.abs(across - bend * part * part);
          double half = width * (1 - taper * Math.min(1, Math.max(0, part + 0.5)));
          double u = 2 * Math.abs(part);
          double v = aside / half;
          return Math.sqrt(Math.sqrt(u * u * u * u + v * v * v * v));
        });
  }

  /** How far a point lies from a shape's middle, where its outline is at 1. */
  private interface Outline {
    double distance(double along, double across);
  }

  private void stamp(PlaceInside middle, double reach, double angle, Outline outline) {
    int size = picture.size();
    double cosine = StrictMath.cos(angle);
    double sine = StrictMath.sin(angle);
    int top = (int) Math.max(0, Math.floor(middle.y - reach));
    int bottom = (int) Math.min(size - 1, Math.ceil(middle.y + reach));
    int left = (int) Math.max(0, Math.floor(middle.x - reach));
    int right = (int) Math.min(size - 1, Math.ceil(middle.x + reach));
    for (int y = top; y <= bottom; y++)
      for (int x = left; x <= right; x++) {
        double dx = x - middle.x;
        double dy = y - middle.y;
        double distance = outline.distance(cosine * dx + sine * dy, cosine * dy - sine * dx);
        double covered = Math.min(1, (1 + softness / 2 - distance) / softness);
        if (covered > coverage[y * size + x]) coverage[y * size + x] = (float) covered;
      }
  }
}
