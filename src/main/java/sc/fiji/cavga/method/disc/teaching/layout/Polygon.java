package sc.fiji.cavga.method.disc.teaching.layout;

import java.util.Arrays;
import java.util.List;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BitType;

/** A closed polygon in pixel coordinates: the middle of the first pixel is (0, 0). */
final class Polygon {

  private final double[] x;
  private final double[] y;

  /**
   * @param points each with two coordinates
   * @param xIndex which of them is x
   * @param yIndex which of them is y
   */
  Polygon(List<double[]> points, int xIndex, int yIndex) {
    x = points.stream().mapToDouble(point -> point[xIndex]).toArray();
    y = points.stream().mapToDouble(point -> point[yIndex]).toArray();
  }

  /** Whether no point lies farther outside a picture of this size than the margins. */
  boolean liesWithin(int width, int height, double marginX, double marginY) {
    for (int i = 0; i < x.length; i++)
      if (x[i] < -marginX
          || x[i] > width - 1 + marginX
          || y[i] < -marginY
          || y[i] > height - 1 + marginY) return false;
    return true;
  }

  /** The pixels whose middles lie inside, by the even-odd rule; axes (X,Y). */
  RandomAccessibleInterval<BitType> fill(int width, int height) {
    RandomAccessibleInterval<BitType> bits = ArrayImgs.bits(width, height);
    RandomAccess<BitType> to = bits.randomAccess();
    double[] crossings = new double[x.length];
    for (int row = 0; row < height; row++) {
      int count = crossings(row, crossings);
      Arrays.sort(crossings, 0, count);
      for (int i = 0; i + 1 < count; i += 2) {
        int from = (int) Math.max(0, Math.ceil(crossings[i]));
        int end = (int) Math.min(width, Math.ceil(crossings[i + 1]));
        for (int column = from; column < end; column++) to.setPositionAndGet(column, row).set(true);
      }
    }
    return bits;
  }

  /** Where the polygon's sides cross a row; each side has its upper end and not its lower one. */
  private int crossings(int row, double[] found) {
    int count = 0;
    for (int i = 0, before = x.length - 1; i < x.length; before = i++)
      if ((y[i] > row) != (y[before] > row))
        found[count++] = x[i] + (row - y[i]) / (y[before] - y[i]) * (x[before] - x[i]);
    return count;
  }
}
