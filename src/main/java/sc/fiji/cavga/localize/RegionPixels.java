package sc.fiji.cavga.localize;

import java.util.Arrays;

/** The pixels of a region as horizontal runs, with what is counted while they are added. */
final class RegionPixels {

  private int count;
  private int[] runs = new int[3 * 8];
  private long area;
  private double sum;
  private double sumX;
  private double sumY;
  private float max = Float.NEGATIVE_INFINITY;
  private int left = Integer.MAX_VALUE;
  private int top = Integer.MAX_VALUE;
  private int right;
  private int bottom;

  /**
   * Adds the pixels from {@code start} to before {@code end} of a row.
   *
   * @param values of the row
   */
  void add(int row, int start, int end, float[] values) {
    if (3 * count == runs.length) runs = Arrays.copyOf(runs, 2 * runs.length);
    runs[3 * count] = row;
    runs[3 * count + 1] = start;
    runs[3 * count + 2] = end;
    count++;
    int length = end - start;
    area += length;
    sumX += length * (start + end) / 2.0;
    sumY += length * (row + 0.5);
    for (int x = start; x < end; x++) {
      float value = values[x];
      sum += value;
      max = Math.max(max, value);
    }
    left = Math.min(left, start);
    right = Math.max(right, end);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row + 1);
  }

  /** How many runs there are. */
  int count() {
    return count;
  }

  int row(int run) {
    return runs[3 * run];
  }

  int start(int run) {
    return runs[3 * run + 1];
  }

  /** The pixel behind the run's last. */
  int end(int run) {
    return runs[3 * run + 2];
  }

  long area() {
    return area;
  }

  double mean() {
    return sum / area;
  }

  float max() {
    return max;
  }

  double centroidX() {
    return sumX / area;
  }

  double centroidY() {
    return sumY / area;
  }

  int left() {
    return left;
  }

  int top() {
    return top;
  }

  int width() {
    return right - left;
  }

  int height() {
    return bottom - top;
  }
}
