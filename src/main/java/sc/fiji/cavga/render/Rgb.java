package sc.fiji.cavga.render;

/** Colours as red, green and blue in the lower 24 bits. */
public final class Rgb {

  private static final int CHANNELS = 3;

  private Rgb() {}

  /**
   * The colour of a place in a picture.
   *
   * @param values [C,H,W] with 1 channel or 3, from {@code first} on; 0 is black, 1 is full
   * @param plane H · W
   * @param at the place, y · W + x
   */
  public static int at(float[] values, int first, int channels, int plane, int at) {
    int rgb = 0;
    for (int c = 0; c < CHANNELS; c++) {
      float value = values[first + c % channels * plane + at];
      rgb = rgb << 8 | Math.round(255 * Math.max(0, Math.min(1, value)));
    }
    return rgb;
  }

  /** From one colour to another, channel by channel; without alpha. */
  public static int blended(int from, int to, float share) {
    int result = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int a = from >> shift & 0xff;
      int b = to >> shift & 0xff;
      // Never negative, where this is rounding.
      result |= (int) (0.5f + a + share * (b - a)) << shift;
    }
    return result;
  }
}
