package sc.fiji.cavga.image;

import java.util.Arrays;

/** What is left of a reduced picture when the black that touches its edge is taken away. */
final class BrightRegion {

  /** Below this the brightest places are still black. */
  private static final float BLACK = 0.04f;

  /** A border as bright as this is no black border, but part of what the picture shows. */
  private static final float GREY = 0.15f;

  /**
   * Where between black and bright the rim is taken to lie: above JPEG noise, below dark retinas.
   */
  private static final float RIM_LEVEL = 0.12f;

  private static final int EDGE = -1;

  private final boolean[] inside;
  private final int size;
  private final double borderShare;
  private final float level;

  private BrightRegion(boolean[] inside, int size, double borderShare, float level) {
    this.inside = inside;
    this.size = size;
    this.borderShare = borderShare;
    this.level = level;
  }

  /**
   * The largest connected region, holes filled; labels and scattered light in the border are apart
   * from it.
   */
  static BrightRegion of(ReducedPicture picture) {
    float[] values = picture.values();
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    float black = sorted[(int) (0.02 * (sorted.length - 1))];
    float bright = sorted[(int) (0.98 * (sorted.length - 1))];
    if (bright < BLACK) return new BrightRegion(new boolean[values.length], 0, 1, BLACK);
    float level = black + Math.max(BLACK / 2, RIM_LEVEL * (bright - black));
    int[] label = new int[values.length];
    int border = black > GREY ? 0 : fillBorder(picture, level, label);
    int largest = 0;
    int largestSize = 0;
    int regions = 0;
    int[] stack = new int[values.length];
    for (int start = 0; start < values.length; start++)
      if (label[start] == 0) {
        int count = fill(picture.columns(), label, start, ++regions, stack);
        if (count > largestSize) {
          largest = regions;
          largestSize = count;
        }
      }
    boolean[] inside = new boolean[values.length];
    for (int i = 0; i < inside.length; i++) inside[i] = largest > 0 && label[i] == largest;
    return new BrightRegion(inside, largestSize, border / (double) values.length, level);
  }

  private static int fillBorder(ReducedPicture picture, float level, int[] label) {
    int columns = picture.columns();
    int rows = picture.rows();
    int[] stack = new int[label.length];
    // Bright cells are closed to the border's filling for its duration.
    for (int i = 0; i < label.length; i++) label[i] = picture.values()[i] < level ? 0 : 1;
    int count = 0;
    for (int i = 0; i < label.length; i++) {
      int column = i % columns;
      int row = i / columns;
      boolean edge = column == 0 || row == 0 || column == columns - 1 || row == rows - 1;
      if (edge && label[i] == 0) count += fill(columns, label, i, EDGE, stack);
    }
    for (int i = 0; i < label.length; i++) if (label[i] != EDGE) label[i] = 0;
    return count;
  }

  private static int fill(int columns, int[] label, int start, int with, int[] stack) {
    int depth = 0;
    int count = 1;
    stack[depth++] = start;
    label[start] = with;
    while (depth > 0) {
      int at = stack[--depth];
      int column = at % columns;
      for (int side = 0; side < 4; side++) {
        if (side == 0 && column == 0 || side == 1 && column == columns - 1) continue;
        int next =
            side == 0 ? at - 1 : side == 1 ? at + 1 : side == 2 ? at - columns : at + columns;
        if (next < 0 || next >= label.length || label[next] != 0) continue;
        label[next] = with;
        stack[depth++] = next;
        count++;
      }
    }
    return count;
  }

  /** Cell by cell, row by row; the array itself, not a copy. */
  boolean[] inside() {
    return inside;
  }

  /** In cells. */
  int size() {
    return size;
  }

  /** The black border's share of the picture. */
  double borderShare() {
    return borderShare;
  }

  /** The brightness that parts border from retina. */
  float level() {
    return level;
  }
}
