package sc.fiji.cavga.model.calibration;

/** Sums over raw maps of normal pictures, per pixel and in all, from which an atlas is made. */
public final class PixelSums {

  final int[] counts;
  final double[] sums;
  final double[] squares;
  long totalCount;
  double totalSum;
  double totalSquares;

  public PixelSums(int pixels) {
    counts = new int[pixels];
    sums = new double[pixels];
    squares = new double[pixels];
  }

  /** Whether no map has covered any pixel. */
  public boolean isEmpty() {
    return totalCount == 0;
  }

  /** Adds a map; NaN stands for pixels that it does not cover. */
  public void add(float[] map) {
    for (int i = 0; i < map.length; i++) {
      double value = map[i];
      if (Double.isNaN(value)) continue;
      counts[i]++;
      sums[i] += value;
      squares[i] += value * value;
      totalCount++;
      totalSum += value;
      totalSquares += value * value;
    }
  }
}
