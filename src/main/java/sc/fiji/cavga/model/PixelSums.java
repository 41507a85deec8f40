package sc.fiji.cavga.model;

/** Sums over raw maps of normal pictures, per pixel and in all, from which an atlas is made. */
final class PixelSums {

  final int[] counts;
  final double[] sums;
  final double[] squares;
  long totalCount;
  double totalSum;
  double totalSquares;

  PixelSums(int pixels) {
    counts = new int[pixels];
    sums = new double[pixels];
    squares = new double[pixels];
  }

  /** Adds a map; NaN stands for pixels that it does not cover. */
  void add(float[] map) {
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
