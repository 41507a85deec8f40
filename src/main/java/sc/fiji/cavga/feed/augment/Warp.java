package sc.fiji.cavga.feed.augment;

import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * Mirrors and rotates a picture about its centre, or magnifies and shifts it, field of view
 * included.
 *
 * <p>Values are interpolated between the four neighbours that lie inside the field of view,
 * weighted bilinearly, so that the black around a retina does not bleed into its rim.
 */
final class Warp {

  private final double xx;
  private final double xy;
  private final double yx;
  private final double yy;

  /** In pixels. */
  private final double right;

  private final double down;

  /**
   * @param flipX −1 to mirror left to right, else 1
   * @param angle in radians, clockwise as seen
   */
  Warp(double flipX, double angle) {
    // From a pixel of the result to its place in the picture: the inverse of flip, then rotate.
    // StrictMath, so that every machine gives the same bits.
    this(
        flipX * StrictMath.cos(angle),
        flipX * StrictMath.sin(angle),
        -StrictMath.sin(angle),
        StrictMath.cos(angle),
        0,
        0);
  }

  private Warp(double xx, double xy, double yx, double yy, double right, double down) {
    this.xx = xx;
    this.xy = xy;
    this.yx = yx;
    this.yy = yy;
    this.right = right;
    this.down = down;
  }

  /**
   * @param factor above 1 to magnify
   * @param right from where it is taken, in pixels from the same place
   * @param down likewise
   */
  static Warp magnify(double factor, double right, double down) {
    return new Warp(1 / factor, 0, 0, 1 / factor, right, down);
  }

  private boolean isIdentity() {
    return xx == 1 && yy == 1 && xy == 0 && yx == 0 && right == 0 && down == 0;
  }

  /** The picture itself where nothing is to be done, else a new one with the same placement. */
  PreparedPicture apply(PreparedPicture picture) {
    if (isIdentity()) return picture;
    int size = picture.size();
    int plane = size * size;
    float[] values = new float[picture.values().length];
    float[] fieldOfView = new float[plane];
    double centre = (size - 1) / 2.0;
    for (int y = 0; y < size; y++)
      for (int x = 0; x < size; x++) {
        double dx = x - centre;
        double dy = y - centre;
        sample(
            picture,
            centre + right + xx * dx + xy * dy,
            centre + down + yx * dx + yy * dy,
            values,
            fieldOfView,
            y * size + x);
      }
    return new PreparedPicture(size, picture.channels(), values, fieldOfView, picture.placement());
  }

  private static void sample(
      PreparedPicture picture, double x, double y, float[] values, float[] fieldOfView, int to) {
    int size = picture.size();
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    float[] inside = picture.fieldOfView();
    int[] from = new int[4];
    double[] weights = new double[4];
    double total = 0;
    for (int i = 0; i < 4; i++) {
      int column = left + (i & 1);
      int row = top + (i >> 1);
      if (column < 0 || row < 0 || column >= size || row >= size) continue;
      from[i] = row * size + column;
      double along = (i & 1) == 0 ? 1 - (x - left) : x - left;
      double down = (i >> 1) == 0 ? 1 - (y - top) : y - top;
      weights[i] = along * down * inside[from[i]];
      total += weights[i];
    }
    if (total < 0.5) return;
    fieldOfView[to] = 1;
    int plane = size * size;
    for (int c = 0; c < picture.channels(); c++) {
      double sum = 0;
      for (int i = 0; i < 4; i++)
        if (weights[i] > 0) sum += weights[i] * picture.values()[c * plane + from[i]];
      values[c * plane + to] = (float) (sum / total);
    }
  }
}
