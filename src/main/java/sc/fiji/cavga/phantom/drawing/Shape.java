package sc.fiji.cavga.phantom.drawing;

/** The soft profiles that everything in the phantom is made of. */
public final class Shape {

  private Shape() {}

  /** exp(-distance² / 2 width²). */
  public static double bell(double distance, double width) {
    double ratio = distance / width;
    return StrictMath.exp(-0.5 * ratio * ratio);
  }

  /** 0 below {@code from}, 1 above {@code to}, smooth between; the other way where from > to. */
  public static double step(double from, double to, double value) {
    double t = (value - from) / (to - from);
    if (t <= 0) return 0;
    if (t >= 1) return 1;
    return t * t * (3 - 2 * t);
  }

  public static double clamp(double value, double low, double high) {
    return value < low ? low : Math.min(value, high);
  }

  public static double mix(double a, double b, double weight) {
    return a + (b - a) * weight;
  }
}
