package sc.fiji.cavga.method.disc.measure;

import sc.fiji.cavga.preprocess.PreparedPicture;

/** How pale the retina beside the disc is. */
final class Pallor {

  /** The ring beside the disc and the one around it, in radii of the disc. */
  private static final double[] BESIDE = {1.1, 1.35};

  private static final double[] AROUND = {1.6, 2.1};

  private static final double DARKEST = 1.0 / 255;

  private Pallor() {}

  /**
   * The logarithm of the green light just outside the disc by that farther away: above 0 where
   * atrophy makes the retina beside the disc pale. The camera's brightness does not change it.
   *
   * @param disc in the square's pixels
   * @return NaN where the picture ends too near to the disc
   */
  static double beside(PreparedPicture square, PolarOutline disc) {
    double[] sums = new double[2];
    int[] counts = new int[2];
    int size = square.size();
    float[] values = square.values();
    for (int y = 0; y < size; y++)
      for (int x = 0; x < size; x++) {
        if (!(square.fieldOfView()[y * size + x] > 0)) continue;
        double dx = x + 0.5 - disc.centreX();
        double dy = y + 0.5 - disc.centreY();
        int direction = (int) Math.round(Math.toDegrees(Math.atan2(dx, -dy)));
        double distance = Math.hypot(dx, dy) / disc.radius(direction);
        int ring = within(BESIDE, distance) ? 0 : within(AROUND, distance) ? 1 : -1;
        if (ring < 0) continue;
        sums[ring] += Math.log(Math.max(DARKEST, values[(size + y) * size + x]));
        counts[ring]++;
      }
    return sums[0] / counts[0] - sums[1] / counts[1];
  }

  private static boolean within(double[] ring, double distance) {
    return distance >= ring[0] && distance < ring[1];
  }
}
