package sc.fiji.cavga.synthetic;

import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * The place that stands out most from its wide neighbourhood, brighter or darker, such as the optic
 * disc.
 */
final class OpticDiscLocator {

  /** Along each side. */
  private static final int CELLS = 32;

  private static final int NEAR = 1;
  private static final int WIDE = 4;

  private OpticDiscLocator() {}

  /** The middle of a cell that the field of view surrounds; of the picture where there is none. */
  static PlaceInside of(PreparedPicture picture) {
    int size = picture.size();
    int cells = Math.min(CELLS, size);
    int plane = size * size;
    double[] sums = new double[cells * cells];
    int[] counts = new int[cells * cells];
    for (int i = 0; i < plane; i++) {
      if (!(picture.fieldOfView()[i] > 0)) continue;
      int cell = i / size * cells / size * cells + i % size * cells / size;
      for (int c = 0; c < picture.channels(); c++) sums[cell] += picture.values()[c * plane + i];
      counts[cell]++;
    }
    double most = 0;
    int found = cells / 2 * cells + cells / 2;
    for (int row = NEAR; row < cells - NEAR; row++)
      for (int column = NEAR; column < cells - NEAR; column++) {
        double difference =
            mean(sums, counts, cells, row, column, NEAR)
                - mean(sums, counts, cells, row, column, WIDE);
        if (isSeen(counts, cells, row, column) && Math.abs(difference) > Math.abs(most)) {
          most = difference;
          found = row * cells + column;
        }
      }
    double cell = (double) size / cells;
    return new PlaceInside((found % cells + 0.5) * cell - 0.5, (found / cells + 0.5) * cell - 0.5);
  }

  private static boolean isSeen(int[] counts, int cells, int row, int column) {
    for (int r = row - 2 * NEAR; r <= row + 2 * NEAR; r++)
      for (int c = column - 2 * NEAR; c <= column + 2 * NEAR; c++)
        if (r < 0 || c < 0 || r >= cells || c >= cells || counts[r * cells + c] == 0) return false;
    return true;
  }

  private static double mean(
      double[] sums, int[] counts, int cells, int row, int column, int reach) {
    double sum = 0;
    int count = 0;
    for (int r = Math.max(0, row - reach); r <= Math.min(cells - 1, row + reach); r++)
      for (int c = Math.max(0, column - reach); c <= Math.min(cells - 1, column + reach); c++) {
        sum += sums[r * cells + c];
        count += counts[r * cells + c];
      }
    return count == 0 ? 0 : sum / count;
  }
}
