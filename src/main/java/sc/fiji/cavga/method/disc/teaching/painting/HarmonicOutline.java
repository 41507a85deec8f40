package sc.fiji.cavga.method.disc.teaching.painting;

import sc.fiji.cavga.method.disc.teaching.camera.Planes;

/**
 * A closed outline as its distance from a middle in {@link #DIRECTIONS} directions, from the right
 * on and downwards first, and between them along a line. Immutable.
 */
public final class HarmonicOutline {

  /** Even steps around the middle. */
  static final int DIRECTIONS = 64;

  private static final double TURN = 2 * Math.PI;

  /** Waves around an outline that somebody has drawn, and around one that was found. */
  public static final int DRAWN = 5;

  public static final int FOUND = 3;

  /** Of the radius that is expected: where the outline is looked for. */
  private static final double NEAREST = 0.2;

  private static final double FARTHEST = 2;

  /** In pixels. */
  private static final double STEP = 0.5;

  private final double[] radii;

  HarmonicOutline(double[] radii) {
    this.radii = radii;
  }

  /** The angle of a direction in radians, clockwise as seen. */
  static double angle(int direction) {
    return TURN * direction / DIRECTIONS;
  }

  /**
   * Where a probability falls below one half, seen from a middle, smooth.
   *
   * @param probabilities [H,W]
   * @param x of the middle, in pixels; the first pixel's middle lies at 0
   * @param y of the middle
   * @param expected radius in pixels
   * @param harmonics how many waves around the outline are its own; the rest is noise
   * @return radii as parts of the expected one
   */
  public static HarmonicOutline of(
      float[] probabilities, int width, double x, double y, double expected, int harmonics) {
    double[] found = new double[DIRECTIONS];
    for (int i = 0; i < DIRECTIONS; i++) {
      double cosine = StrictMath.cos(angle(i));
      double sine = StrictMath.sin(angle(i));
      found[i] = 1;
      for (double r = NEAREST * expected; r < FARTHEST * expected; r += STEP)
        if (Planes.at(probabilities, width, x + r * cosine, y + r * sine) < 0.5) {
          found[i] = r / expected;
          break;
        }
    }
    return new HarmonicOutline(smooth(found, harmonics));
  }

  /**
   * The mean and the first harmonics of values that lie around a circle.
   *
   * @param values as many as {@link #DIRECTIONS}
   */
  static double[] smooth(double[] values, int harmonics) {
    double[] result = new double[values.length];
    for (int k = 0; k <= harmonics; k++) {
      double cosines = 0;
      double sines = 0;
      for (int i = 0; i < values.length; i++) {
        cosines += values[i] * StrictMath.cos(k * angle(i));
        sines += values[i] * StrictMath.sin(k * angle(i));
      }
      double share = (k == 0 ? 1.0 : 2.0) / values.length;
      for (int i = 0; i < values.length; i++)
        result[i] +=
            share * (cosines * StrictMath.cos(k * angle(i)) + sines * StrictMath.sin(k * angle(i)));
    }
    return result;
  }

  double radius(int direction) {
    return radii[direction];
  }

  /**
   * @param angle in radians
   */
  double at(double angle) {
    return between(radii, angle);
  }

  /** A value between those of the directions. */
  static double between(double[] values, double angle) {
    double turns = angle / TURN;
    double place = (turns - Math.floor(turns)) * DIRECTIONS;
    int before = Math.min(DIRECTIONS - 1, (int) place);
    double share = place - before;
    return values[before] * (1 - share) + values[(before + 1) % DIRECTIONS] * share;
  }

  /** The largest radius by the smallest: 1 for a circle. */
  public double unevenness() {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (double radius : radii) {
      least = Math.min(least, radius);
      most = Math.max(most, radius);
    }
    return most / least;
  }

  /**
   * What lies inside.
   *
   * @param size width and height
   * @param x of the middle, in pixels; the first pixel's middle lies at 0
   * @param y of the middle
   * @param unit what a radius of 1 is, in pixels
   * @return [size,size], 1 inside, 0 outside, between them at the edge
   */
  public float[] mask(int size, double x, double y, double unit) {
    float[] mask = new float[size * size];
    for (int i = 0; i < mask.length; i++) {
      double dx = i % size - x;
      double dy = i / size - y;
      double radius = unit * at(StrictMath.atan2(dy, dx));
      mask[i] = (float) Planes.clamp(radius - Math.sqrt(dx * dx + dy * dy) + 0.5, 0, 1);
    }
    return mask;
  }
}
