package sc.fiji.cavga.phantom.drawing;

/** Smooth random variation over the plane (Perlin's gradient noise), about -1 to 1, mean zero. */
public final class GradientNoise {

  private final long seed;

  public GradientNoise(RandomStream random) {
    seed = random.bits();
  }

  /** One octave; features are about one unit of x and y wide. */
  public double at(double x, double y) {
    double floorX = Math.floor(x);
    double floorY = Math.floor(y);
    double fx = x - floorX;
    double fy = y - floorY;
    long ix = (long) floorX;
    long iy = (long) floorY;
    double u = ease(fx);
    double v = ease(fy);
    double top = Shape.mix(slope(ix, iy, fx, fy), slope(ix + 1, iy, fx - 1, fy), u);
    double bottom =
        Shape.mix(slope(ix, iy + 1, fx, fy - 1), slope(ix + 1, iy + 1, fx - 1, fy - 1), u);
    return 1.6 * Shape.mix(top, bottom, v);
  }

  /** Several octaves, each half as large and half as strong as the one before. */
  public double octaves(double x, double y, int count) {
    double sum = 0;
    double scale = 1;
    double strength = 1;
    for (int octave = 0; octave < count; octave++) {
      sum += strength * at(x * scale + 17.3 * octave, y * scale - 9.1 * octave);
      scale *= 2;
      strength *= 0.5;
    }
    return sum;
  }

  private double slope(long ix, long iy, double dx, double dy) {
    long hash = RandomStream.scramble(seed ^ (ix * 0x632BE59BD9B4E019L + iy * 0xD6E8FEB86659FD93L));
    double gx = (hash >>> 32) * 0x1.0p-31 - 1;
    double gy = (hash & 0xFFFFFFFFL) * 0x1.0p-31 - 1;
    return gx * dx + gy * dy;
  }

  private static double ease(double t) {
    return t * t * t * (t * (t * 6 - 15) + 10);
  }
}
