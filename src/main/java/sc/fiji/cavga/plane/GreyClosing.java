package sc.fiji.cavga.plane;

/**
 * The grey-scale closing with a square: dark things that are narrower than the square are filled
 * with what is around them, such as vessels.
 */
public final class GreyClosing {

  private GreyClosing() {}

  /**
   * What lies outside the plane counts for nothing.
   *
   * @param values [H,W]
   * @param width of the plane
   * @param reach the square has 2 · reach + 1 pixels along its side
   * @return [H,W], a new array; nowhere less than before
   */
  public static float[] of(float[] values, int width, int reach) {
    return extremes(extremes(values, width, reach, 1), width, reach, -1);
  }

  /**
   * @param sign 1 for the largest value in the square, −1 for the smallest
   */
  private static float[] extremes(float[] values, int width, int reach, int sign) {
    int height = values.length / width;
    float[] rows = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      int x = i % width;
      float most = sign * values[i];
      int last = Math.min(width - 1, x + reach);
      for (int at = Math.max(0, x - reach); at <= last; at++)
        most = Math.max(most, sign * values[i - x + at]);
      rows[i] = most;
    }
    float[] result = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      int x = i % width;
      float most = rows[i];
      int last = Math.min(height - 1, i / width + reach);
      for (int at = Math.max(0, i / width - reach); at <= last; at++)
        most = Math.max(most, rows[at * width + x]);
      result[i] = sign * most;
    }
    return result;
  }
}
