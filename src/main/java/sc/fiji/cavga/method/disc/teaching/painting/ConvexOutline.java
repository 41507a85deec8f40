package sc.fiji.cavga.method.disc.teaching.painting;

/**
 * The smooth outline of the smallest convex shape around a set of pixels: vessels that cross a cup
 * or a disc do not divide it. Immutable.
 */
public final class ConvexOutline {

  /** Of a direction's angle: others hardly bound the outline. */
  private static final double LEAST_COSINE = 0.1;

  private final double x;
  private final double y;
  private final HarmonicOutline outline;

  private ConvexOutline(double x, double y, HarmonicOutline outline) {
    this.x = x;
    this.y = y;
    this.outline = outline;
  }

  /**
   * @param inside [H,W], with at least one pixel set
   * @param harmonics how many waves around the outline are its own
   */
  public static ConvexOutline of(boolean[] inside, int width, int harmonics) {
    double sumX = 0;
    double sumY = 0;
    int count = 0;
    for (int i = 0; i < inside.length; i++)
      if (inside[i]) {
        sumX += i % width;
        sumY += i / width;
        count++;
      }
    double x = sumX / count;
    double y = sumY / count;
    double[] support = support(inside, width, x, y);
    double[] radii = new double[HarmonicOutline.DIRECTIONS];
    for (int k = 0; k < radii.length; k++) {
      double radius = Double.POSITIVE_INFINITY;
      for (int t = 0; t < radii.length; t++) {
        double cosine = StrictMath.cos(HarmonicOutline.angle(t) - HarmonicOutline.angle(k));
        if (cosine > LEAST_COSINE) radius = Math.min(radius, support[t] / cosine);
      }
      radii[k] = radius;
    }
    return new ConvexOutline(x, y, new HarmonicOutline(HarmonicOutline.smooth(radii, harmonics)));
  }

  /** How far the pixels reach in each direction from the middle, in pixels. */
  private static double[] support(boolean[] inside, int width, double x, double y) {
    double[] support = new double[HarmonicOutline.DIRECTIONS];
    for (int k = 0; k < support.length; k++) {
      double cosine = StrictMath.cos(HarmonicOutline.angle(k));
      double sine = StrictMath.sin(HarmonicOutline.angle(k));
      double most = 0;
      for (int i = 0; i < inside.length; i++)
        if (inside[i]) most = Math.max(most, (i % width - x) * cosine + (i / width - y) * sine);
      support[k] = most + 0.5;
    }
    return support;
  }

  /**
   * What lies inside.
   *
   * @param size width and height
   * @param factor how much larger than the outline
   * @return [size,size], 1 inside, 0 outside, between them at the edge
   */
  public float[] mask(int size, double factor) {
    return outline.mask(size, x, y, factor);
  }
}
