package sc.fiji.cavga.method.local.gaussian;

/**
 * Square cells over a map, for what changes slowly from place to place: at most 32 along each side,
 * and none smaller than a pixel.
 */
public final class CellGrid {

  private static final int MOST_CELLS = 32;

  private final int size;
  private final int cells;

  /** For each row or column of pixels, see {@link #before} and {@link #share}. */
  private final int[] before;

  private final float[] share;

  /**
   * @param size width and height of the map in pixels
   */
  public CellGrid(int size) {
    this.size = size;
    this.cells = Math.min(MOST_CELLS, size);
    before = new int[size];
    share = new float[size];
    for (int pixel = 0; pixel < size; pixel++) {
      double position = (pixel + 0.5) * cells / size - 0.5;
      before[pixel] = Math.min(Math.max((int) Math.floor(position), 0), Math.max(0, cells - 2));
      share[pixel] = (float) Math.min(Math.max(position - before[pixel], 0), 1);
    }
  }

  /** Width and height of the map in pixels. */
  public int size() {
    return size;
  }

  /** Along each side. */
  public int cells() {
    return cells;
  }

  /** How many pixels a cell covers. */
  double area() {
    return (double) size * size / (cells * cells);
  }

  /** The cell, in [cells,cells], that the pixel at a row and a column lies in. */
  int cellOf(int row, int column) {
    return row * cells / size * cells + column * cells / size;
  }

  /**
   * The row or column of cells whose middles lie at or before that of a row or column of pixels.
   */
  int before(int pixel) {
    return before[pixel];
  }

  /** How much of the way from {@link #before} to the next row or column of cells it is, 0 to 1. */
  float share(int pixel) {
    return share[pixel];
  }
}
