package sc.fiji.cavga.method.disc.measure;

import sc.fiji.cavga.plane.ConnectedComponents;
import sc.fiji.cavga.plane.GreyClosing;

/** A square plane of probabilities, cut down to those parts above a threshold that count. */
final class ProbabilityPlane {

  /** Of the largest part's area: a smaller part of a cup is a stray pixel or two. */
  static final double SMALLEST_SHARE = 0.05;

  private final int size;
  private final float[] values;
  private final double threshold;

  private ProbabilityPlane(float[] values, double threshold) {
    this.size = (int) Math.round(Math.sqrt(values.length));
    this.values = values;
    this.threshold = threshold;
  }

  /**
   * The largest part alone.
   *
   * @param values [H,W], 0 to 1
   */
  static ProbabilityPlane ofLargest(float[] values, double threshold) {
    return of(values, threshold, 1);
  }

  /**
   * All parts: vessels divide what belongs together.
   *
   * @param values [H,W], 0 to 1
   * @param vessel half the width of a vessel in pixels: so narrow a gap between parts is closed
   */
  static ProbabilityPlane ofAll(float[] values, double threshold, int vessel) {
    int width = (int) Math.round(Math.sqrt(values.length));
    return of(GreyClosing.of(values, width, vessel), threshold, SMALLEST_SHARE);
  }

  private static ProbabilityPlane of(float[] values, double threshold, double smallest) {
    ProbabilityPlane plane = new ProbabilityPlane(values.clone(), threshold);
    ConnectedComponents parts =
        ConnectedComponents.touching(at -> values[at] >= threshold, values.length, plane.size);
    int[] areas = parts.areas();
    int largest = parts.largest();
    int[] labels = parts.labels();
    for (int i = 0; i < values.length; i++) {
      int part = labels[i];
      boolean counts = part == largest || smallest < 1 && areas[part] >= smallest * areas[largest];
      if (part != 0 && !counts) plane.values[i] = 0;
    }
    return plane;
  }

  /** The parts' centre of gravity, x and y in pixels' corners; null where there is none. */
  double[] centre() {
    double sumX = 0;
    double sumY = 0;
    long count = 0;
    for (int i = 0; i < values.length; i++)
      if (values[i] >= threshold) {
        sumX += i % size + 0.5;
        sumY += i / size + 0.5;
        count++;
      }
    return count == 0 ? null : new double[] {sumX / count, sumY / count};
  }

  /**
   * The farthest point along a ray at which the plane falls below the threshold.
   *
   * @param alongX of the ray's direction, which has the length 1
   * @param alongY of the ray's direction
   * @return its distance from the ray's beginning; 0 where all of the ray lies below
   */
  double edge(double fromX, double fromY, double alongX, double alongY, double step) {
    double before = at(fromX, fromY);
    double edge = 0;
    for (double r = step; r < 1.5 * size; r += step) {
      double x = fromX + r * alongX;
      double y = fromY + r * alongY;
      double value = at(x, y);
      if (before >= threshold && value < threshold)
        edge = r - step * (threshold - value) / (before - value);
      before = value;
      if (x < 0 || y < 0 || x > size || y > size) break;
    }
    return edge;
  }

  /** Between the four pixels around, 0 beyond the plane. */
  private double at(double x, double y) {
    double column = x - 0.5;
    double row = y - 0.5;
    int left = (int) Math.floor(column);
    int top = (int) Math.floor(row);
    double right = column - left;
    double low = row - top;
    return (1 - low) * ((1 - right) * at(left, top) + right * at(left + 1, top))
        + low * ((1 - right) * at(left, top + 1) + right * at(left + 1, top + 1));
  }

  private double at(int x, int y) {
    return x < 0 || y < 0 || x >= size || y >= size ? 0 : values[y * size + x];
  }
}
