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
   * @param black the stored value that is 0
   * @param white the stored value that is 1
   */
  static Plane shorts(short[] pixels, int black, int white) {
    float range = white - black;
    return index -> ((pixels[index] & 0xffff) - black) / range;
  }

  /** Floats, divided. */
  public static Plane floats(float[] pixels, float white) {
    return index -> pixels[index] / white;
  }

  /** One of the three bytes of ImageJ's colour pixels, 0 red to 2 blue. */
  static Plane colour(int[] pixels, int channel) {
    int shift = 16 - 8 * channel;
    return index -> (pixels[index] >> shift & 0xff) / 255f;
  }

  /**
   * What counts as white in floating-point pixels, which say nothing about it themselves: 1 when
   * all values are at most 1, else the largest 8-, 16- or 32-bit number, whichever is the first
   * that no value exceeds. So pictures of one kind are scaled alike, however bright they are.
   * Values that are no numbers are passed over.
   */
  public static float whiteOf(float[] pixels) {
    float most = 0;
    for (float value : pixels) if (value > most && value <= Float.MAX_VALUE) most = value;
    return most <= 1 ? 1 : most <= 255 ? 255 : most <= 65535 ? 65535 : 4294967295f;
  }

  /** A picture of one plane (grey) or three (red, green, blue) of the given width. */
  public static PixelView.Source source(int width, Plane... planes) {
    return (x, y, channel) -> planes[channel].at(y * width + x);
  }
}
