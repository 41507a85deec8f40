package sc.fiji.cavga.retina;

import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelView;

/** A picture's brightest channel on a coarse grid: enough to find the retina, and quick. */
final class ReducedPicture {

  private static final int MOST_CELLS = 256;
  private static final int MOST_SAMPLES = 4;

  private final int cell;
  private final int columns;
  private final int rows;
  private final float[] values;

  private ReducedPicture(int cell, int columns, int rows, float[] values) {
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
    int width = picture.width();
    int height = picture.height();
    int cell = (Math.max(width, height) + MOST_CELLS - 1) / MOST_CELLS;
    int columns = (width + cell - 1) / cell;
    int rows = (height + cell - 1) / cell;
    float[] values = new float[columns * rows];
    int[] offsets = new int[Math.min(cell, MOST_SAMPLES)];
    for (int i = 0; i < offsets.length; i++) offsets[i] = (2 * i + 1) * cell / (2 * offsets.length);
    PixelView.Source pixels = PixelView.source(picture.pixels());
    for (int row = 0; row < rows; row++)
      for (int column = 0; column < columns; column++) {
        double sum = 0;
        for (int dy : offsets)
          for (int dx : offsets)
            sum +=
                brightest(
                    pixels,
                    Math.min(column * cell + dx, width - 1),
                    Math.min(row * cell + dy, height - 1),
                    picture.channels());
        values[row * columns + column] = (float) (sum / (offsets.length * offsets.length));
      }
    return new ReducedPicture(cell, columns, rows, values);
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

  private static float brightest(PixelView.Source pixels, int x, int y, int channels) {
    float most = 0;
    for (int channel = 0; channel < channels; channel++) {
      float value = pixels.at(x, y, channel);
      if (!(Math.abs(value) <= Float.MAX_VALUE)) return 0;
      most = Math.max(most, value);
    }
    return most;
  }

  /** Width and height of a cell in picture pixels. */
  int cell() {
    return cell;
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  /** Row by row; the array itself, not a copy. */
  float[] values() {
    return values;
  }
}
