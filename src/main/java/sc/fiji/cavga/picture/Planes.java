package sc.fiji.cavga.picture;

/** Converting views of ImageJ's pixel arrays: each reads one plane in place, row by row. */
public final class Planes {

  private Planes() {}

  /** One plane's values, in 0 to 1. */
  public interface Plane {
    float at(int index);
  }

  static Plane bytes(byte[] pixels) {
    return index -> (pixels[index] & 0xff) / 255f;
  }

  /** 8-bit values that a table turns into brightness, 0 to 255. */
  static Plane table(byte[] pixels, byte[] table) {
    return index -> (table[pixels[index] & 0xff] & 0xff) / 255f;
  }

  /**
   * Whole numbers of 16 bits.
   *
   * @param lift what ImageJ has added to signed numbers
   */
  static Plane shorts(short[] pixels, int lift, WhiteLevel level) {
    float black = (float) (lift + level.black());
    float range = (float) (level.white() - level.black());
    return index -> ((pixels[index] & 0xffff) - black) / range;
  }

  /** Floats, divided. */
  public static Plane floats(float[] pixels, WhiteLevel level) {
    float black = (float) level.black();
    float range = (float) (level.white() - level.black());
    if (black == 0) return index -> pixels[index] / range;
    return index -> (pixels[index] - black) / range;
  }

  /** The same, nothing darker than black nor brighter than white. */
  static Plane limited(Plane plane) {
    return index -> Math.min(1, Math.max(0, plane.at(index)));
  }

  /** One of the three bytes of ImageJ's colour pixels, 0 red to 2 blue. */
  static Plane colour(int[] pixels, int channel) {
    int shift = 16 - 8 * channel;
    return index -> (pixels[index] >> shift & 0xff) / 255f;
  }

  /** The highest of floats; values that are no numbers are passed over, and none counts as 0. */
  public static float most(float[] pixels) {
    float most = 0;
    for (float value : pixels) if (value > most && value <= Float.MAX_VALUE) most = value;
    return most;
  }

  /** A picture of one plane (grey) or three (red, green, blue) of the given width. */
  public static PixelView.Source source(int width, Plane... planes) {
    return (x, y, channel) -> planes[channel].at(y * width + x);
  }
}
