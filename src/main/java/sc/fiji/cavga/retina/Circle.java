package sc.fiji.cavga.retina;

/** A circle fitted to points of which some lie elsewhere: notches, labels, shadows. */
final class Circle {

  /** A point belongs to the circle when it is no farther from it than this share of the radius. */
  static final double TOLERANCE = 0.015;

  /**
   * As a share of the region's longer side. A straight edge is a piece of every circle that is
   * large enough, and no retina is so large beside what is seen of it.
   */
  static final double LARGEST = 2;

  final double x;
  final double y;
  final double radius;

  /** The longer side of the region that it is to surround. */
  private final double side;

  private Circle(double x, double y, double radius, double side) {
    this.x = x;
    this.y = y;
    this.radius = radius;
    this.side = side;
  }

  boolean near(double px, double py) {
    double dx = px - x;
    double dy = py - y;
    return Math.abs(Math.sqrt(dx * dx + dy * dy) - radius) <= TOLERANCE * Math.min(radius, side);
  }

  /** The share of the points that lie on the circle. */
  double support(double[] xs, double[] ys, int count) {
    int near = 0;
    for (int i = 0; i < count; i++) if (near(xs[i], ys[i])) near++;
    return near / (double) count;
  }

  /**
   * The circle that most of the points lie on, or null when there are fewer than eight or they lie
   * on a line. Triples of points, taken the same way every time, propose; least squares refines.
   *
   * @param side the longer side of the upright rectangle around the region whose rim the points are
   */
  static Circle fit(double[] xs, double[] ys, int count, double side) {
    if (count < 8) return null;
    Circle best = null;
    double bestSupport = 0;
    for (int shift = 0; shift < count; shift++)
      for (int spread = 3; spread <= 6; spread++) {
        int step = count / spread;
        Circle proposed =
            through(xs, ys, shift, (shift + step) % count, (shift + 2 * step) % count, side);
        if (proposed == null) continue;
        double support = proposed.support(xs, ys, count);
        if (support > bestSupport) {
          best = proposed;
          bestSupport = support;
        }
      }
    for (int round = 0; best != null && round < 4; round++) {
      Circle refined = best.refined(xs, ys, count);
      if (refined == null || refined.support(xs, ys, count) < bestSupport) break;
      best = refined;
      bestSupport = refined.support(xs, ys, count);
    }
    return best;
  }

  private static Circle through(double[] xs, double[] ys, int a, int b, int c, double side) {
    double bx = xs[b] - xs[a];
    double by = ys[b] - ys[a];
    double cx = xs[c] - xs[a];
    double cy = ys[c] - ys[a];
    double area = 2 * (bx * cy - by * cx);
    if (Math.abs(area) < 1e-6) return null;
    double b2 = bx * bx + by * by;
    double c2 = cx * cx + cy * cy;
    double x = (cy * b2 - by * c2) / area;
    double y = (bx * c2 - cx * b2) / area;
    return of(x + xs[a], y + ys[a], Math.hypot(x, y), side);
  }

  /** Least squares on x² + y² = a·x + b·y + c over the points near this circle. */
  private Circle refined(double[] xs, double[] ys, int count) {
    double[][] normal = new double[3][4];
    for (int i = 0; i < count; i++)
      if (near(xs[i], ys[i])) {
        // Around the present centre, so that the squares stay small.
        double[] row = {xs[i] - x, ys[i] - y, 1, 0};
        row[3] = row[0] * row[0] + row[1] * row[1];
        for (int j = 0; j < 3; j++) for (int k = 0; k < 4; k++) normal[j][k] += row[j] * row[k];
      }
    double whole = determinant(normal, 3);
    if (Math.abs(whole) < 1e-9) return null;
    double dx = determinant(normal, 0) / whole / 2;
    double dy = determinant(normal, 1) / whole / 2;
    double square = determinant(normal, 2) / whole + dx * dx + dy * dy;
    return square > 0 ? of(x + dx, y + dy, Math.sqrt(square), side) : null;
  }

  /** Null where it is too large. */
  private static Circle of(double x, double y, double radius, double side) {
    return radius <= LARGEST * side ? new Circle(x, y, radius, side) : null;
  }

  /** Of the first three columns, the given one (if any) replaced by the fourth: Cramer's rule. */
  private static double determinant(double[][] m, int replaced) {
    int a = replaced == 0 ? 3 : 0;
    int b = replaced == 1 ? 3 : 1;
    int c = replaced == 2 ? 3 : 2;
    return m[0][a] * (m[1][b] * m[2][c] - m[1][c] * m[2][b])
        - m[0][b] * (m[1][a] * m[2][c] - m[1][c] * m[2][a])
        + m[0][c] * (m[1][a] * m[2][b] - m[1][b] * m[2][a]);
  }
}
