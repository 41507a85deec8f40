package sc.fiji.cavga.plane;

/** Enlarges coarse grids: a square map to the network's size, rows of a picture. */
public final class Bilinear {

  private Bilinear() {}

  /**
   * Pixel centres lie at half-integers in both grids (PyTorch's align_corners=False); beyond the
   * outermost centres the edge's value goes on.
   *
   * @param values holds the map [h,w], row-major, from {@code offset} on
   * @param from width and height of the map
   * @param to width and height of the result [H,W]
   */
  public static float[] enlarge(float[] values, int offset, int from, int to) {
    int[] lower = new int[to];
    float[] share = new float[to];
    axis(from, to, lower, share);
    int step = from > 1 ? 1 : 0;
    float[] result = new float[to * to];
    for (int y = 0; y < to; y++)
      for (int x = 0; x < to; x++) {
        int corner = offset + lower[y] * from + lower[x];
        float upper = mix(values[corner], values[corner + step], share[x]);
        int below = corner + step * from;
        float under = mix(values[below], values[below + step], share[x]);
        result[y * to + x] = mix(upper, under, share[y]);
      }
    return result;
  }

  /**
   * Between which of a coarse axis's points each of a fine axis's lies.
   *
   * @param from points of the coarse axis
   * @param to points of the fine one
   * @param lower gets the first of the two
   * @param share gets what the second one counts, 0 to 1
   */
  public static void axis(int from, int to, int[] lower, float[] share) {
    for (int i = 0; i < to; i++) {
      double position = (i + 0.5) * from / to - 0.5;
      double inside = Math.max(0, Math.min(from - 1, position));
      lower[i] = Math.min((int) inside, Math.max(0, from - 2));
      share[i] = (float) (inside - lower[i]);
    }
  }

  /**
   * Enlarging along one axis as a product with a matrix, for engines that know nothing else.
   *
   * @return [to,from]: in row i what each point of the coarse axis counts at point i of the fine
   *     one
   */
  public static float[] matrix(int from, int to) {
    int[] lower = new int[to];
    float[] share = new float[to];
    axis(from, to, lower, share);
    float[] matrix = new float[to * from];
    for (int i = 0; i < to; i++) {
      matrix[i * from + lower[i]] = 1 - share[i];
      if (share[i] > 0) matrix[i * from + lower[i] + 1] = share[i];
    }
    return matrix;
  }

  private static float mix(float a, float b, float share) {
    return a + share * (b - a);
  }
}
