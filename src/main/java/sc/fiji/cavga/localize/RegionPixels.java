package sc.fiji.cavga.localize;

import java.util.Arrays;
import sc.fiji.cavga.picture.Turn;

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
    add(row, start, end);
    for (int x = start; x < end; x++) {
      float value = values[x];
      sum += value;
      max = Math.max(max, value);
    }
  }

  private void add(int row, int start, int end) {
    if (3 * count == runs.length) runs = Arrays.copyOf(runs, 2 * runs.length);
    runs[3 * count] = row;
    runs[3 * count + 1] = start;
    runs[3 * count + 2] = end;
    count++;
    int length = end - start;
    area += length;
    sumX += length * (start + end) / 2.0;
    sumY += length * (row + 0.5);
    left = Math.min(left, start);
    right = Math.max(right, end);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row + 1);
  }

  /** The same pixels where the picture is turned, with the same values. */
  RegionPixels turned(Turn turn) {
    boolean[] inside = new boolean[width() * height()];
    for (int run = 0; run < count; run++) {
      int offset = (row(run) - top) * width() - left;
      Arrays.fill(inside, offset + start(run), offset + end(run), true);
    }
    int x0 = (int) turn.left(left, top, right, bottom);
    int y0 = (int) turn.top(left, top, right, bottom);
    Turn box = turn.ofSize(width(), height());
    RegionPixels turned = new RegionPixels();
    for (int y = 0; y < box.height(); y++)
      for (int x = 0; x < box.width(); x++) {
        if (!inside[box.from(x, y)]) continue;
        int start = x;
        while (x < box.width() && inside[box.from(x, y)]) x++;
        turned.add(y0 + y, x0 + start, x0 + x);
      }
    turned.sum = sum;
    turned.max = max;
    return turned;
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
