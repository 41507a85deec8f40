package sc.fiji.cavga.phantom.anatomy;

import sc.fiji.cavga.phantom.drawing.Eye;
import sc.fiji.cavga.phantom.drawing.Shape;

/**
 * The way of the nerve fibres, after Jansonius et al. (Vision Research 2009, 49:2157): in polar
 * coordinates around the disc, with the angle 0 towards the nose and 180 degrees towards the fovea,
 * a fibre that leaves the disc at angle φ0 runs along φ(r) = φ0 + b (r - 4°)^c.
 *
 * <p>Answers the inverse question: through which angle φ0 does the fibre of this place enter the
 * disc? Fibres above the fovea are kept apart from those below it.
 */
public final class NerveFibres {

  private static final double MILLIMETRES_PER_DEGREE = 0.288;
  private static final double START_DEGREES = 4;
  private static final int RADII = 90;
  private static final double RADIUS_STEP = 0.5;

  /** Angle of the fibre φ0 (0 to 180 whole degrees) at each radius; [upper 1, lower 0]. */
  private final float[][][] angles = new float[2][RADII][181];

  public NerveFibres() {
    for (int upper = 0; upper < 2; upper++)
      for (int radius = 0; radius < RADII; radius++)
        for (int start = 0; start <= 180; start++)
          angles[upper][radius][start] = (float) angle(upper == 1, start, radius * RADIUS_STEP);
  }

  private static double angle(boolean upper, double start, double radius) {
    double beyond = Math.max(0, radius - START_DEGREES);
    // The formula holds from 60 degrees on; nasal of that the fibres are nearly straight.
    double held = Math.max(60, start);
    double fade = Math.min(1, start / 60);
    double exponent;
    double factor;
    if (upper) {
      double t = StrictMath.tanh((held - 121) / 14);
      exponent = 1.9 + 1.4 * t;
      factor = StrictMath.exp(-1.9 - 3.9 * t);
    } else {
      double t = StrictMath.tanh((held - 90) / 25);
      exponent = 1.0 + 0.5 * t;
      factor = StrictMath.exp(0.7 - 1.5 * t);
    }
    return start + fade * factor * StrictMath.pow(beyond, exponent);
  }

  /**
   * The fibre's angle at the disc in degrees, 0 to 180, positive above the line from the disc to
   * the fovea and negative below it.
   */
  double startAngle(Eye eye, double x, double y) {
    double dx = x - eye.discX;
    double dy = y - eye.discY;
    // Turn so that the fovea lies exactly at 180 degrees.
    double length = Math.sqrt(eye.discX * eye.discX + eye.discY * eye.discY);
    double along = (dx * eye.discX + dy * eye.discY) / length;
    double up = -(dy * eye.discX - dx * eye.discY) / length;
    double radius = Math.sqrt(along * along + up * up) / MILLIMETRES_PER_DEGREE;
    double angle = StrictMath.atan2(Math.abs(up), along) * 180 / Math.PI;
    double place = Math.min(RADII - 1.001, radius / RADIUS_STEP);
    float[][] side = angles[up >= 0 ? 1 : 0];
    double inner = inverse(side[(int) place], angle);
    double outer = inverse(side[(int) place + 1], angle);
    double start = Shape.mix(inner, outer, place - (int) place);
    return up >= 0 ? start : -start;
  }

  private static double inverse(float[] row, double angle) {
    int low = 0;
    int high = 180;
    while (high - low > 1) {
      int middle = (low + high) / 2;
      if (row[middle] <= angle) low = middle;
      else high = middle;
    }
    double span = row[high] - row[low];
    return low + (span > 0 ? Shape.clamp((angle - row[low]) / span, 0, 1) : 0);
  }

  /** Distance from the disc's centre in millimetres. */
  static double discDistance(Eye eye, double x, double y) {
    double dx = x - eye.discX;
    double dy = y - eye.discY;
    return Math.sqrt(dx * dx + dy * dy);
  }
}
