package sc.fiji.cavga.preprocess;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A map in a picture's own pixels, NaN outside the field of view. Its rows are made as they are
 * asked for: at a large picture's size it is never in memory as a whole, unless somebody wants
 * that.
 *
 * <p>Implementations are immutable and may be asked from several threads at once.
 */
public interface PictureMap {

  /**
   * A map that is in memory.
   *
   * @param pixels [H,W], not copied
   */
  static PictureMap of(float[] pixels, int width) {
    return new PictureMap() {
      @Override
      public int width() {
        return width;
      }

      @Override
      public int height() {
        return pixels.length / width;
      }

      @Override
      public void row(int y, float[] values) {
        System.arraycopy(pixels, y * width, values, 0, width);
      }

      @Override
      public void column(int x, float[] values) {
        for (int y = 0; y < height(); y++) values[y] = pixels[y * width + x];
      }
    };
  }

  int width();

  int height();

  /**
   * @param values gets the row's values, from its beginning
   */
  void row(int y, float[] values);

  /**
   * @param values gets the column's values, from its beginning
   */
  void column(int x, float[] values);

  /**
   * The same, where only values above a limit count; quicker.
   *
   * @param values gets the row's values above the limit; others may be NaN instead
   * @return false, and nothing is written, when the row has none
   */
  default boolean rowAbove(float limit, int y, float[] values) {
    row(y, values);
    return true;
  }

  /** The pixels that have a value. */
  default long inside() {
    float[] row = new float[width()];
    long inside = 0;
    for (int y = 0; y < height(); y++) {
      row(y, row);
      for (float value : row) if (!Float.isNaN(value)) inside++;
    }
    return inside;
  }

  /** All values: a new image with the axes (X,Y). */
  default Img<FloatType> image() {
    float[] pixels = new float[Math.multiplyExact(width(), height())];
    float[] row = new float[width()];
    for (int y = 0; y < height(); y++) {
      row(y, row);
      System.arraycopy(row, 0, pixels, y * row.length, row.length);
    }
    return ArrayImgs.floats(pixels, width(), height());
  }
}
