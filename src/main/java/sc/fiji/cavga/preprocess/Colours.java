package sc.fiji.cavga.preprocess;

import java.util.Arrays;

/** Grey to colour and colour to grey, for pictures at the network's size. */
final class Colours {

  /** Luminance as in Rec. 601, which video and JPEG share. */
  private static final float[] LUMINANCE = {0.299f, 0.587f, 0.114f};

  private Colours() {}

  /** The shares of red, green and blue; a copy. */
  static float[] luminance() {
    return LUMINANCE.clone();
  }

  /**
   * @param values [C,H,W] with {@code from} channels
   * @return [C,H,W] with {@code to} channels; the same array when nothing changes
   */
  static float[] convert(float[] values, int from, int to) {
    if (from == to) return values;
    int plane = values.length / from;
    if (to == 3) {
      float[] colour = Arrays.copyOf(values, 3 * plane);
      System.arraycopy(values, 0, colour, plane, plane);
      System.arraycopy(values, 0, colour, 2 * plane, plane);
      return colour;
    }
    float[] grey = new float[plane];
    for (int channel = 0; channel < from; channel++)
      for (int i = 0; i < plane; i++) grey[i] += LUMINANCE[channel] * values[channel * plane + i];
    return grey;
  }
}
