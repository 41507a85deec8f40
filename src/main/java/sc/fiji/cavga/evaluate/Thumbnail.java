package sc.fiji.cavga.evaluate;

import sc.fiji.cavga.image.PreparedPicture;
import sc.fiji.cavga.localize.HeatMap;

/** A test picture as the network saw it, with its map and with its mask, to look at. */
final class Thumbnail {

  /** Larger pictures are shown with every second, third, … pixel. */
  private static final int LARGEST = 256;

  /** Of the mask's outline: no retina has it. */
  private static final int OUTLINE = 0x00ffff;

  private final int side;
  private final byte[] picture;
  private final byte[] map;
  private final byte[] mask;

  /**
   * @param map [H,W], calibrated
   * @param mask [H,W]; null where none is known
   */
  Thumbnail(PreparedPicture prepared, float[] map, boolean[] mask) {
    int size = prepared.size();
    int step = (size + LARGEST - 1) / LARGEST;
    side = size / step;
    int[] plain = new int[side * side];
    int[] painted = new int[side * side];
    boolean[] marked = new boolean[side * side];
    for (int y = 0; y < side; y++)
      for (int x = 0; x < side; x++) {
        int from = y * step * size + x * step;
        int at = y * side + x;
        plain[at] = colour(prepared, from);
        painted[at] = HeatMap.over(plain[at], map[from]);
        marked[at] = mask != null && mask[from];
      }
    picture = PngEncoder.encode(plain, side);
    this.map = PngEncoder.encode(painted, side);
    this.mask = mask == null ? null : PngEncoder.encode(outlined(plain, marked), side);
  }

  private static int colour(PreparedPicture prepared, int at) {
    int plane = prepared.size() * prepared.size();
    int rgb = 0;
    for (int c = 0; c < 3; c++) {
      float value = prepared.values()[(c % prepared.channels()) * plane + at];
      rgb = rgb << 8 | Math.round(255 * Math.max(0, Math.min(1, value)));
    }
    return rgb;
  }

  private int[] outlined(int[] plain, boolean[] marked) {
    int[] outlined = plain.clone();
    for (int at = 0; at < marked.length; at++) {
      int x = at % side;
      boolean inside =
          x > 0
              && x < side - 1
              && at >= side
              && at < marked.length - side
              && marked[at - 1]
              && marked[at + 1]
              && marked[at - side]
              && marked[at + side];
      if (marked[at] && !inside) outlined[at] = OUTLINE;
    }
    return outlined;
  }

  /** Width and height in pixels. */
  int side() {
    return side;
  }

  /** As PNG. */
  byte[] picture() {
    return picture;
  }

  /** The picture with the map painted over it, as PNG. */
  byte[] map() {
    return map;
  }

  /** The picture with the mask outlined, as PNG; null where none is known. */
  byte[] mask() {
    return mask;
  }
}
