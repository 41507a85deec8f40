package sc.fiji.cavga.preprocess;

import java.util.Arrays;

/**
 * The place that stands out most from its wide neighbourhood, brighter or darker, such as the optic
 * disc.
 */
public final class OpticDiscLocator {

  /** Along each side. */
  private static final int CELLS = 32;

  private static final int NEAR = 1;
  private static final int WIDE = 4;

  /** How far around the cell its middle is looked for, as a share of the picture's width. */
  private static final double REACH = 0.1;

  private static final int ROUNDS = 3;

  /** Of the pixels within reach, what the brightest are and what of their difference counts. */
  private static final int BRIGHTEST = 20;

  private static final double LEVEL = 0.2;

  /** In pixels. */
  public final double x;

  public final double y;
  private final boolean bright;

  private OpticDiscLocator(double x, double y, boolean bright) {
    this.x = x;
    this.y = y;
    this.bright = bright;
  }

  /** Whether it is brighter than what is around, and not darker. */
  public boolean isBright() {
    return bright;
  }

  /** The middle of a cell that the field of view surrounds; of the picture where there is none. */
  public static OpticDiscLocator of(PreparedPicture picture) {
    return of(picture.values(), picture.channels(), picture.fieldOfView(), picture.size());
  }

  /** The middle of what stands out there, to the pixel and not only to the cell. */
  public static OpticDiscLocator middle(PreparedPicture picture) {
    return middle(picture.values(), picture.channels(), picture.fieldOfView(), picture.size());
  }

  /**
   * As the other method.
   *
   * @param values [C,H,W], in 0 to 1
   * @param fieldOfView [H,W], 1 inside the field of view and 0 outside
   */
  public static OpticDiscLocator middle(
      float[] values, int channels, float[] fieldOfView, int size) {
    OpticDiscLocator place = of(values, channels, fieldOfView, size);
    for (int round = 0; round < ROUNDS; round++)
      place = place.centred(values, channels, fieldOfView, size);
    return place;
  }

  private static OpticDiscLocator of(float[] values, int channels, float[] fieldOfView, int size) {
    int cells = Math.min(CELLS, size);
    int plane = size * size;
    double[] sums = new double[cells * cells];
    int[] counts = new int[cells * cells];
    for (int i = 0; i < plane; i++) {
      if (!(fieldOfView[i] > 0)) continue;
      int cell = i / size * cells / size * cells + i % size * cells / size;
      for (int c = 0; c < channels; c++) sums[cell] += values[c * plane + i];
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
    return new OpticDiscLocator(
        (found % cells + 0.5) * cell - 0.5, (found / cells + 0.5) * cell - 0.5, most >= 0);
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

  /** The middle of the pixels around that are clearly on its side of what lies around it. */
  private OpticDiscLocator centred(float[] values, int channels, float[] fieldOfView, int size) {
    double reach = REACH * size;
    int plane = size * size;
    int top = (int) Math.max(0, Math.ceil(y - reach));
    int bottom = (int) Math.min(size - 1, Math.floor(y + reach));
    int left = (int) Math.max(0, Math.ceil(x - reach));
    int right = (int) Math.min(size - 1, Math.floor(x + reach));
    int[] places = new int[Math.max(0, bottom - top + 1) * Math.max(0, right - left + 1)];
    double[] strengths = new double[places.length];
    int count = 0;
    for (int row = top; row <= bottom; row++)
      for (int column = left; column <= right; column++) {
        int i = row * size + column;
        double dx = column - x;
        double dy = row - y;
        if (dx * dx + dy * dy >= reach * reach || !(fieldOfView[i] > 0)) continue;
        for (int c = 0; c < channels; c++)
          strengths[count] += bright ? values[c * plane + i] : -values[c * plane + i];
        places[count++] = i;
      }
    if (count == 0) return this;
    double level = level(Arrays.copyOf(strengths, count));
    double sumX = 0;
    double sumY = 0;
    int above = 0;
    for (int k = 0; k < count; k++) {
      if (!(strengths[k] > level)) continue;
      sumX += places[k] % size;
      sumY += places[k] / size;
      above++;
    }
    return above == 0 ? this : new OpticDiscLocator(sumX / above, sumY / above, bright);
  }

  /** A little of the way from the median to the mean of the highest. */
  private static double level(double[] strengths) {
    Arrays.sort(strengths);
    int highest = Math.max(1, strengths.length / BRIGHTEST);
    double sum = 0;
    for (int k = strengths.length - highest; k < strengths.length; k++) sum += strengths[k];
    double median = strengths[strengths.length / 2];
    return median + LEVEL * (sum / highest - median);
  }
}
