package sc.fiji.cavga.method.disc.measure;

/**
 * A closed outline as a distance from its centre in each direction. Directions are in degrees
 * clockwise from up, as a clock face is seen. Immutable.
 */
public final class PolarOutline {

  /** One direction for each degree. */
  public static final int DIRECTIONS = 360;

  static final double STEP = 0.25;

  /** Degrees to either side over which an outline is averaged. */
  static final int SMOOTHING = 5;

  private final double centreX;
  private final double centreY;
  private final double[] radii;
  private final double[] x = new double[DIRECTIONS];
  private final double[] y = new double[DIRECTIONS];

  private PolarOutline(double centreX, double centreY, double[] radii) {
    this.centreX = centreX;
    this.centreY = centreY;
    this.radii = radii;
    for (int k = 0; k < DIRECTIONS; k++) {
      x[k] = centreX + radii[k] * directionX(k);
      y[k] = centreY + radii[k] * directionY(k);
    }
  }

  /**
   * Around the parts' centre of gravity.
   *
   * @return null where the plane nowhere reaches the threshold
   */
  static PolarOutline of(ProbabilityPlane plane) {
    double[] centre = plane.centre();
    if (centre == null) return null;
    double[] radii = new double[DIRECTIONS];
    for (int k = 0; k < DIRECTIONS; k++)
      radii[k] = plane.edge(centre[0], centre[1], directionX(k), directionY(k), STEP);
    return new PolarOutline(centre[0], centre[1], smoothed(radii));
  }

  /** Probabilities are those of pixels: a corner of a few degrees is none of the eye's. */
  private static double[] smoothed(double[] radii) {
    double[] smoothed = new double[DIRECTIONS];
    for (int k = 0; k < DIRECTIONS; k++)
      for (int i = -SMOOTHING; i <= SMOOTHING; i++)
        smoothed[k] += radii[Math.floorMod(k + i, DIRECTIONS)] / (2 * SMOOTHING + 1);
    return smoothed;
  }

  /**
   * One that somebody has drawn.
   *
   * @param x of its corners, in order
   * @param y of its corners, as many
   */
  public static PolarOutline ofPolygon(double[] x, double[] y) {
    double area = 0;
    double centreX = 0;
    double centreY = 0;
    for (int i = 0; i < x.length; i++) {
      int next = (i + 1) % x.length;
      double cross = x[i] * y[next] - x[next] * y[i];
      area += cross / 2;
      centreX += (x[i] + x[next]) * cross / 6;
      centreY += (y[i] + y[next]) * cross / 6;
    }
    if (area == 0) throw new IllegalArgumentException("An outline must have an area.");
    double[] radii = new double[DIRECTIONS];
    for (int k = 0; k < DIRECTIONS; k++)
      radii[k] = farthest(centreX / area, centreY / area, directionX(k), directionY(k), x, y);
    return new PolarOutline(centreX / area, centreY / area, radii);
  }

  /** How far the polygon reaches along a ray; 0 where the ray misses it. */
  private static double farthest(
      double fromX, double fromY, double alongX, double alongY, double[] x, double[] y) {
    double farthest = 0;
    for (int i = 0; i < x.length; i++) {
      int next = (i + 1) % x.length;
      double edgeX = x[next] - x[i];
      double edgeY = y[next] - y[i];
      double cross = alongX * edgeY - alongY * edgeX;
      if (cross == 0) continue;
      double distance = ((x[i] - fromX) * edgeY - (y[i] - fromY) * edgeX) / cross;
      double share = ((x[i] - fromX) * alongY - (y[i] - fromY) * alongX) / cross;
      if (share >= 0 && share <= 1) farthest = Math.max(farthest, distance);
    }
    return farthest;
  }

  static double directionX(int degrees) {
    return Math.sin(Math.toRadians(degrees));
  }

  static double directionY(int degrees) {
    return -Math.cos(Math.toRadians(degrees));
  }

  public double centreX() {
    return centreX;
  }

  public double centreY() {
    return centreY;
  }

  /** From the centre to the outline. */
  public double radius(int degrees) {
    return radii[Math.floorMod(degrees, DIRECTIONS)];
  }

  public double x(int degrees) {
    return x[Math.floorMod(degrees, DIRECTIONS)];
  }

  public double y(int degrees) {
    return y[Math.floorMod(degrees, DIRECTIONS)];
  }

  /** From the centre to the farthest point. */
  public double longestRadius() {
    double longest = 0;
    for (double radius : radii) longest = Math.max(longest, radius);
    return longest;
  }

  /** Whether a point lies inside. */
  public boolean contains(double pointX, double pointY) {
    return distance(pointX, pointY) < 1;
  }

  /** Of a point from the centre: 1 on the outline. */
  double distance(double pointX, double pointY) {
    double dx = pointX - centreX;
    double dy = pointY - centreY;
    double degrees = Math.toDegrees(Math.atan2(dx, -dy));
    int before = (int) Math.floor(degrees);
    double share = degrees - before;
    return Math.hypot(dx, dy) / ((1 - share) * radius(before) + share * radius(before + 1));
  }

  /** From the highest to the lowest point. */
  public double height() {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < DIRECTIONS; k++) {
      least = Math.min(least, y(k));
      most = Math.max(most, y(k));
    }
    return most - least;
  }

  /** From the leftmost to the rightmost point. */
  public double width() {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < DIRECTIONS; k++) {
      least = Math.min(least, x(k));
      most = Math.max(most, x(k));
    }
    return most - least;
  }

  public double area() {
    double sum = 0;
    double angle = Math.sin(Math.toRadians(1));
    for (int k = 0; k < DIRECTIONS; k++) sum += radius(k) * radius(k + 1) * angle / 2;
    return sum;
  }

  /** Of the circle of the same area. */
  public double diameter() {
    return 2 * Math.sqrt(area() / Math.PI);
  }

  /**
   * How far it reaches along a ray from another point.
   *
   * @return 0 where the ray misses it
   */
  double reach(double fromX, double fromY, int degrees) {
    return farthest(fromX, fromY, directionX(degrees), directionY(degrees), x, y);
  }

  /** The same in other coordinates: moved after it was made larger. */
  public PolarOutline scaled(double factor, double moveX, double moveY) {
    double[] larger = new double[DIRECTIONS];
    for (int k = 0; k < DIRECTIONS; k++) larger[k] = factor * radii[k];
    return new PolarOutline(factor * centreX + moveX, factor * centreY + moveY, larger);
  }
}
