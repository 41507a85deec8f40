package sc.fiji.cavga.evaluate.metric;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** The values of metrics over the draws of a bootstrap. */
final class Draws {

  private static final double TAIL = 0.025;

  private final int count;
  private final Map<Metric, double[]> values = new EnumMap<>(Metric.class);

  Draws(int count) {
    this.count = count;
  }

  void put(int draw, Map<Metric, Double> drawn) {
    drawn.forEach(
        (metric, value) -> values.computeIfAbsent(metric, m -> new double[count])[draw] = value);
  }

  /** The 95 % intervals of what could be computed in every draw. */
  Map<Metric, Interval> intervals() {
    Map<Metric, Interval> intervals = new EnumMap<>(Metric.class);
    values.forEach(
        (metric, drawn) -> {
          double[] sorted = drawn.clone();
          Arrays.sort(sorted);
          // NaN comes last in this order.
          if (Double.isNaN(sorted[count - 1])) return;
          int cut = (int) Math.floor(TAIL * count);
          intervals.put(metric, new Interval(sorted[cut], sorted[count - 1 - cut]));
        });
    return intervals;
  }
}
