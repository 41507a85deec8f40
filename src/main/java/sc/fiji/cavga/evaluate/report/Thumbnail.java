package sc.fiji.cavga.evaluate.report;

import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.render.HeatMap;
import sc.fiji.cavga.render.Outlines;
import sc.fiji.cavga.render.PngFile;
import sc.fiji.cavga.render.Rgb;

/** A test picture as the network saw it, with its map and with its mask, to look at. */
final class Thumbnail {

  /** Larger pictures are shown with every second, third, … pixel. */
  private static final int LARGEST = 256;

  /** Of the mask's outline: no retina has it. */
  private static final int OUTLINE = 0x00ffff;

  /** Width and height in pixels. */
  final int side;

  /** As PNG. */
  final byte[] picture;

  /** The picture with the map painted over it, as PNG. */
  final byte[] map;

  /** The picture with the mask outlined, as PNG; null where none is known. */
  final byte[] mask;

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
        plain[at] = Rgb.at(prepared.values(), 0, prepared.channels(), size * size, from);
        painted[at] = HeatMap.over(plain[at], map[from]);
        marked[at] = mask != null && mask[from];
      }
    picture = PngFile.bytes(plain, side);
    this.map = PngFile.bytes(painted, side);
    this.mask = mask == null ? null : PngFile.bytes(outlined(plain, marked), side);
  }

  private int[] outlined(int[] plain, boolean[] marked) {
    int[] outlined = plain.clone();
    new Outlines(marked, side).drawInside(outlined, OUTLINE);
    return outlined;
  }
}
