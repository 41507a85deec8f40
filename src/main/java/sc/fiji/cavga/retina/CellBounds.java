package sc.fiji.cavga.retina;

import java.util.function.IntPredicate;

/** The smallest upright rectangle around some cells of a grid; right and bottom lie behind it. */
final class CellBounds {

  final int left;
  final int top;
  final int right;
  final int bottom;

  private CellBounds(int left, int top, int right, int bottom) {
    this.left = left;
    this.top = top;
    this.right = right;
    this.bottom = bottom;
  }

  /**
   * @param inside whether a cell counts, by its number, row by row; at least one must
   */
  static CellBounds of(IntPredicate inside, int cells, int columns) {
    int left = columns;
    int right = -1;
    int top = -1;
    int bottom = -1;
    for (int i = 0; i < cells; i++)
      if (inside.test(i)) {
        left = Math.min(left, i % columns);
        right = Math.max(right, i % columns);
        if (top < 0) top = i / columns;
        bottom = i / columns;
      }
    if (right < 0) throw new IllegalArgumentException("An outline needs an inside.");
    return new CellBounds(left, top, right + 1, bottom + 1);
  }

  int longerSide() {
    return Math.max(right - left, bottom - top);
  }

  int shorterSide() {
    return Math.min(right - left, bottom - top);
  }
}
