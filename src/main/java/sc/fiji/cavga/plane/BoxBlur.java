package sc.fiji.cavga.plane;

/**
 * A wide Gaussian as four running means, one after the other: by the central limit theorem nearly
 * the same, at a cost that does not grow with its width. What lies outside counts as zero.
 */
final class BoxBlur {

  private static final int PASSES = 4;

  private BoxBlur() {}

  /**
   * Of the running means, such that their variances, (w² − 1)/12 each for widths w, add up to σ² as
   * nearly as odd widths allow.
   *
   * @param sigma in pixels, 1 or more
   */
  static int[] radii(double sigma) {
    double variance = 12 * sigma * sigma;
    int narrow = ((int) Math.sqrt(variance / PASSES + 1) - 1) / 2;
    int width = 2 * narrow + 1;
    // Widening one by 2 adds 4·(width + 1) to the sum of w² − 1.
    double missing = variance - PASSES * (width * (double) width - 1);
    int wide = (int) Math.max(0, Math.min(PASSES, Math.round(missing / (4.0 * (width + 1)))));
    int[] radii = new int[PASSES];
    for (int i = 0; i < PASSES; i++) radii[i] = narrow + (i < wide ? 1 : 0);
    return radii;
  }

  /** Blurs the columns of [H,W]; the given array stays. */
  static float[] columns(float[] values, int width, int[] radii) {
    float[] result = values;
    for (int radius : radii) result = columns(result, width, radius);
    return result;
  }

  private static float[] columns(float[] values, int width, int radius) {
    int height = values.length / width;
    float[] result = new float[values.length];
    double[] sums = new double[width];
    double share = 1.0 / (2 * radius + 1);
    for (int y = -radius; y < height; y++) {
      if (y >= radius && y + radius < height) {
        slide(values, y, width, radius, sums, share, result);
        continue;
      }
      if (y + radius < height) add(values, (y + radius) * width, sums, 1);
      if (y < 0) continue;
      for (int x = 0; x < width; x++) result[y * width + x] = (float) (share * sums[x]);
      if (y >= radius) add(values, (y - radius) * width, sums, -1);
    }
    return result;
  }

  /** One row comes, the mean is taken, and one row goes. */
  private static void slide(
      float[] values, int y, int width, int radius, double[] sums, double share, float[] result) {
    int coming = (y + radius) * width;
    int going = (y - radius) * width;
    int at = y * width;
    for (int x = 0; x < width; x++) {
      double sum = sums[x] + values[coming + x];
      result[at + x] = (float) (share * sum);
      sums[x] = sum - values[going + x];
    }
  }

  private static void add(float[] values, int from, double[] sums, int sign) {
    for (int x = 0; x < sums.length; x++) sums[x] += sign * values[from + x];
  }
}
