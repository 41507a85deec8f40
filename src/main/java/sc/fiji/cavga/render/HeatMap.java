package sc.fiji.cavga.render;

import ij.process.ColorProcessor;

/**
 * Colours for calibrated maps. The range is fixed, 0 to {@value #TOP} times the threshold, and
 * never stretched per picture: the same colour means the same in every picture.
 *
 * <p>From indigo over blue and turquoise to a pale green, hues that retinas do not have, so that a
 * map is not taken for blood or exudates. Lightness rises all the way: the order is seen without
 * colours too, by colour-blind people and on grey prints. Below {@value #TRANSPARENT_BELOW} times
 * the threshold nothing is painted.
 */
public final class HeatMap {

  /** The calibrated value of the last colour; larger values have it too. */
  public static final float TOP = 3;

  /** Calibrated maps are made so. */
  private static final float THRESHOLD = 1;

  /** The calibrated value up to which pixels stay as they are. */
  public static final float TRANSPARENT_BELOW = 0.5f;

  /** The first colour that is not transparent begins at this value itself. */
  private static final float PAINTED_ABOVE = Math.nextDown(TRANSPARENT_BELOW);

  private static final int[] CONTROL_POINTS = {
    0x151a6e, 0x2030a8, 0x2a55e0, 0x1f86ee, 0x18b4e4, 0x35dcd0, 0x8cf8d4, 0xd8fff2
  };

  private static final float OPACITY_AT_THRESHOLD = 0.45f;
  private static final float OPACITY_AT_TOP = 0.7f;
  private static final int STEPS = 256;
  private static final int[] TABLE = table();

  private HeatMap() {}

  private static int[] table() {
    int[] table = new int[STEPS];
    for (int i = 0; i < STEPS; i++) table[i] = mixed(i * TOP / (STEPS - 1));
    return table;
  }

  private static int mixed(float value) {
    float position = value / TOP * (CONTROL_POINTS.length - 1);
    int lower = Math.min((int) position, CONTROL_POINTS.length - 2);
    int rgb = Rgb.blended(CONTROL_POINTS[lower], CONTROL_POINTS[lower + 1], position - lower);
    return Math.round(255 * opacity(value)) << 24 | rgb;
  }

  private static float opacity(float value) {
    if (value <= TRANSPARENT_BELOW) return 0;
    if (value < THRESHOLD)
      return OPACITY_AT_THRESHOLD * (value - TRANSPARENT_BELOW) / (THRESHOLD - TRANSPARENT_BELOW);
    return OPACITY_AT_THRESHOLD
        + (OPACITY_AT_TOP - OPACITY_AT_THRESHOLD)
            * Math.min(1, (value - THRESHOLD) / (TOP - THRESHOLD));
  }

  /**
   * The colour of a calibrated value, alpha in the highest byte, then red, green and blue, not
   * multiplied by alpha; NaN is transparent.
   */
  public static int argb(float value) {
    if (!(value > 0)) return TABLE[0] & 0xffffff;
    return TABLE[Math.min(STEPS - 1, Math.round(value / TOP * (STEPS - 1)))];
  }

  /**
   * The colour of a calibrated value above the threshold, for what has one opacity everywhere: red,
   * green and blue without alpha. 0, black, up to the threshold: a normal place is not painted.
   */
  public static int solid(float value) {
    return value > THRESHOLD ? argb(value) & 0xffffff : 0;
  }

  /** A pixel of a picture, red, green and blue, with a calibrated value painted over it. */
  public static int over(int rgb, float value) {
    int argb = argb(value);
    return Rgb.blended(rgb, argb, (argb >>> 24) / 255f);
  }

  /** A map's values, row by row. */
  public interface Rows {

    /**
     * @param values gets the values of row {@code y} above a limit; others may be NaN instead
     * @return false, and nothing is written, when the row has none
     */
    boolean above(float limit, int y, float[] values);
  }

  /**
   * Paints a map over the picture in the canvas's upper left corner.
   *
   * @param width of the picture on the canvas
   * @param height of the picture on the canvas
   * @param map calibrated; each canvas pixel has the value of the nearest map pixel
   * @param mapWidth of the map, which may be larger or smaller than the picture
   * @param mapHeight of the map
   */
  public static void paint(
      ColorProcessor canvas, int width, int height, Rows map, int mapWidth, int mapHeight) {
    int[] pixels = (int[]) canvas.getPixels();
    float[] values = new float[mapWidth];
    for (int y = 0; y < height; y++) {
      int row = (int) ((y + 0.5) * mapHeight / height);
      if (!map.above(PAINTED_ABOVE, row, values)) continue;
      for (int x = 0; x < width; x++) {
        float value = values[(int) ((x + 0.5) * mapWidth / width)];
        if (!(value > PAINTED_ABOVE)) continue;
        int at = y * canvas.getWidth() + x;
        pixels[at] = 0xff000000 | over(pixels[at], value);
      }
    }
  }
}
