package sc.fiji.cavga.method.disc.teaching;

/** How a part of a square is shown: turned, mirrored, stretched, enlarged. Immutable. */
final class Pose {

  final double x;
  final double y;
  final double unit;
  private final double xx;
  private final double xy;
  private final double yx;
  private final double yy;

  /**
   * @param x of what is shown in the middle, in the square's pixels
   * @param unit how many pixels of the square are one that is shown
   * @param turn in radians
   * @param mirror −1 to exchange left and right, else 1
   * @param upsideDown −1 to exchange up and down, else 1
   * @param stretch how much wider than high
   */
  Pose(
      double x,
      double y,
      double unit,
      double turn,
      double mirror,
      double upsideDown,
      double stretch) {
    this.x = x;
    this.y = y;
    this.unit = unit;
    double cosine = StrictMath.cos(turn) * unit;
    double sine = StrictMath.sin(turn) * unit;
    xx = cosine * stretch * mirror;
    xy = -sine / stretch * upsideDown;
    yx = sine * stretch * mirror;
    yy = cosine / stretch * upsideDown;
  }

  /**
   * Where a shown pixel lies in the square.
   *
   * @param dx from the middle of what is shown, in shown pixels
   */
  double atX(double dx, double dy) {
    return x + xx * dx + xy * dy;
  }

  double atY(double dx, double dy) {
    return y + yx * dx + yy * dy;
  }

  /**
   * The inverse.
   *
   * @return from the middle of what is shown, in shown pixels
   */
  double shownX(double squareX, double squareY) {
    return (yy * (squareX - x) - xy * (squareY - y)) / (xx * yy - xy * yx);
  }

  double shownY(double squareX, double squareY) {
    return (xx * (squareY - y) - yx * (squareX - x)) / (xx * yy - xy * yx);
  }
}
