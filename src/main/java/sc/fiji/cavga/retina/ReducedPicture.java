package sc.fiji.cavga.retina;

import java.util.Arrays;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelView;

/** A picture's brightest channel on a coarse grid: enough to find the retina, and quick. */
final class ReducedPicture {

  static final int MOST_CELLS = 256;
  static final int MOST_SAMPLES = 4;

  /** Where the grid begins, in picture pixels. */
  final int left;

  final int top;

  /** Width and height of a cell in picture pixels. */
  final int cell;

  final int columns;
  final int rows;

  /** Row by row; the array itself, not a copy. */
  final float[] values;

  ReducedPicture(int left, int top, int cell, int columns, int rows, float[] values) {
    this.left = left;
    this.top = top;
    this.cell = cell;
    this.columns = columns;
    this.rows = rows;
    this.values = values;
  }

  /**
   * The brightest channel counts because a retina's red outlasts its green and blue in the dark. Of
   * large cells a few evenly spread pixels stand for all; pixels that are no numbers count as
   * black.
   */
  static ReducedPicture of(Picture picture) {
    return of(picture, 0, 0, picture.width(), picture.height());
  }

  /** The same of a part of the picture; in pixels, right and bottom lie behind it. */
  static ReducedPicture of(Picture picture, int left, int top, int right, int bottom) {
    int width = right - left;
    int height = bottom - top;
    int cell = (Math.max(width, height) + MOST_CELLS - 1) / MOST_CELLS;
    int columns = (width + cell - 1) / cell;
    int rows = (height + cell - 1) / cell;
    int[] offsets = new int[Math.min(cell, MOST_SAMPLES)];
    for (int i = 0; i < offsets.length; i++) offsets[i] = (2 * i + 1) * cell / (2 * offsets.length);
    int[] xs = new int[columns * offsets.length];
    for (int i = 0; i < xs.length; i++)
      xs[i] = left + Math.min(i / offsets.length * cell + offsets[i % offsets.length], width - 1);
    PixelView.Source pixels = PixelView.source(picture.pixels());
    float[] values = new float[columns * rows];
    float[] brightest = new float[xs.length];
    float[] channel = new float[xs.length];
    for (int row = 0; row < rows; row++) {
      double[] sums = new double[columns];
      for (int dy : offsets) {
        int y = top + Math.min(row * cell + dy, height - 1);
        Arrays.fill(brightest, 0);
        for (int c = 0; c < picture.channels(); c++) {
          pixels.columns(xs, y, c, channel);
          for (int i = 0; i < xs.length; i++)
            // Once it is no number it stays so.
            brightest[i] =
                Math.abs(channel[i]) <= Float.MAX_VALUE
                    ? Math.max(brightest[i], channel[i])
                    : Float.NaN;
        }
        for (int i = 0; i < xs.length; i++)
          if (brightest[i] > 0) sums[i / offsets.length] += brightest[i];
      }
      for (int column = 0; column < columns; column++)
        values[row * columns + column] = (float) (sums[column] / (offsets.length * offsets.length));
    }
    return new ReducedPicture(left, top, cell, columns, rows, values);
  }

  /**
   * A grid's value between the middles of its cells, which lie at whole numbers; beyond the
   * outermost ones the edge's value goes on.
   */
  static double between(float[] grid, int columns, double x, double y) {
    int rows = grid.length / columns;
    double column = Math.min(Math.max(x, 0), columns - 1);
    double row = Math.min(Math.max(y, 0), rows - 1);
    int column0 = (int) column;
    int row0 = (int) row;
    int column1 = Math.min(column0 + 1, columns - 1);
    int row1 = Math.min(row0 + 1, rows - 1);
    double u = column - column0;
    double v = row - row0;
    double above = grid[row0 * columns + column0] * (1 - u) + grid[row0 * columns + column1] * u;
    double below = grid[row1 * columns + column0] * (1 - u) + grid[row1 * columns + column1] * u;
    return above * (1 - v) + below * v;
  }
}
