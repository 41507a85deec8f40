package sc.fiji.cavga.evaluate.report;

import java.util.Locale;
import sc.fiji.cavga.evaluate.metric.Interval;

/** Metrics' numbers as they are shown to people. */
final class MetricText {

  private MetricText() {}

  static String number(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
  }

  static String interval(Interval interval) {
    return interval.known() ? number(interval.low()) + " to " + number(interval.high()) : "";
  }
}
