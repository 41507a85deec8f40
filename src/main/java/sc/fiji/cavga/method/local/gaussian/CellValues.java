package sc.fiji.cavga.method.local.gaussian;

/** Some numbers for each cell of a grid, interpolated bilinearly between the cells' middles. */
public final class CellValues {

  private final CellGrid grid;
  private final int each;
  private final float[] values;

  /**
   * @param each how many numbers a cell has
   * @param values [cells,cells,each]; taken as they are
   */
  public CellValues(CellGrid grid, int each, float[] values) {
    this.grid = grid;
    this.each = each;
    this.values = values;
  }

  /** [cells,cells,each]; the array itself. */
  float[] values() {
    return values;
  }

  /** The row of cells at the height of a row of pixels, to be read along it. */
  public float[] row(int y) {
    float[] row = new float[grid.cells() * each];
    interpolate(values, grid.before(y) * row.length, grid.share(y), row);
    return row;
  }

  /** The numbers at a pixel of a row. */
  public void read(float[] row, int x, float[] to) {
    interpolate(row, grid.before(x) * each, grid.cells() > 1 ? grid.share(x) : 0, to);
  }

  /** From the numbers at a place towards those that follow them. */
  private static void interpolate(float[] from, int at, float share, float[] to) {
    int count = to.length;
    if (at + 2 * count > from.length) {
      System.arraycopy(from, at, to, 0, count);
      return;
    }
    for (int i = 0; i < count; i++)
      to[i] = from[at + i] + share * (from[at + count + i] - from[at + i]);
  }
}
