package sc.fiji.cavga.synthetic;

import java.util.SplittableRandom;
import sc.fiji.cavga.preprocess.PreparedPicture;

/** Where the shapes of one layer of paint lie, each with an outline, an edge and a strength. */
final class AnomalyShapes {

  private final PreparedPicture picture;
  private final SplittableRandom random;

  /** Pixels of this picture per pixel of one of 128. */
  private final double unit;

  private final float[] coverage;

  AnomalyShapes(PreparedPicture picture, SplittableRandom random) {
    this.picture = picture;
    this.random = random;
    unit = picture.size() / 128.0;
    coverage = new float[picture.fieldOfView().length];
  }

  /**
   * @return [H,W], 0 to 1, zero outside the field of view
   */
  float[] coverage() {
    for (int i = 0; i < coverage.length; i++) if (!(picture.fieldOfView()[i] > 0)) coverage[i] = 0;
    return coverage;
  }

  /** Between two positive numbers, small ones as often as large ones. */
  static double between(double least, double most, SplittableRandom random) {
    return least * StrictMath.pow(most / least, random.nextDouble());
  }

  /**
   * An ellipse whose outline wobbles where it is large enough to show, anywhere.
   *
   * @param radiusAt128 in pixels of a picture of 128
   * @param softness width of the edge as a share of the radius
   * @param faintest its strength lies between this and 1
   */
  void blob(double radiusAt128, double softness, double faintest) {
    blob(PlaceInside.of(picture, random), radiusAt128, softness, faintest);
  }

  private void blob(PlaceInside middle, double radiusAt128, double softness, double faintest) {
    double radius = radiusAt128 * unit;
    double stretch = StrictMath.exp(random.nextDouble(0, 0.55));
    double[] wobble = new double[4];
    double[] phase = new double[4];
    for (int k = 0; k < 4; k++) {
      wobble[k] = 0.3 / (k + 2) * (random.nextDouble() + random.nextDouble() - 1);
      phase[k] = random.nextDouble(0, 2 * StrictMath.PI);
    }
    boolean wobbles = radius > 3;
    double angle = random.nextDouble(0, StrictMath.PI);
    Stamp stamp = new Stamp(middle, angle, softness, random.nextDouble(faintest, 1));
    stamp.press(
        (2 + softness) * radius * stretch,
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

  /**
   * Specks around one place.
   *
   * @param spreadAt128 their standard deviation, about
   */
  void cluster(int specks, double spreadAt128) {
    PlaceInside middle = PlaceInside.of(picture, random);
    for (int n = specks; n > 0; n--) {
      double x = middle.x + spreadAt128 * unit * bell();
      double y = middle.y + spreadAt128 * unit * bell();
      blob(new PlaceInside(x, y), between(0.4, 2.2, random), 0.35, 0.6);
    }
  }

  /** A sheaf of splinters in nearly one direction. */
  void sheaf(int splinters, double lengthAt128) {
    PlaceInside middle = PlaceInside.of(picture, random);
    double length = lengthAt128 * unit;
    double angle = random.nextDouble(0, StrictMath.PI);
    for (int n = splinters; n > 0; n--) {
      double x = middle.x + 0.15 * length * bell();
      double y = middle.y + 0.15 * length * bell();
      double half = length * random.nextDouble(0.25, 0.5);
      double thin = length * random.nextDouble(0.06, 0.15);
      double turned = angle + 0.08 * bell();
      Stamp stamp = new Stamp(new PlaceInside(x, y), turned, 0.6, random.nextDouble(0.6, 1));
      stamp.press(
          1.5 * half,
          (along, across) ->
              Math.sqrt(along / half * (along / half) + across / thin * (across / thin)));
    }
  }

  /** Of mean 0 and a spread of 1, never beyond 3. */
  private double bell() {
    return 2 * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5);
  }

  /** How far a point lies from a shape's middle, where its outline is at 1. */
  private interface Outline {
    double distance(double along, double across);
  }

  /** A shape that is turned and put down. */
  private final class Stamp {

    private final PlaceInside middle;
    private final double angle;
    private final double softness;
    private final double strength;

    Stamp(PlaceInside middle, double angle, double softness, double strength) {
      this.middle = middle;
      this.angle = angle;
      this.softness = softness;
      this.strength = strength;
    }

    void press(double reach, Outline outline) {
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
          double covered = strength * Math.min(1, (1 + softness / 2 - distance) / softness);
          if (covered > coverage[y * size + x]) coverage[y * size + x] = (float) covered;
        }
    }
  }
}
