package sc.fiji.cavga.evaluate.metric;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.EnumMap;
import java.util.Map;

/** The result of an evaluation. Immutable. */
public final class Metrics {

  private final Map<Metric, Double> values;
  private final Map<Metric, Interval> intervals;
  private final int normal;
  private final int anomalous;
  private final int masks;

  /**
   * @param values NaN, or absent, where there is nothing to compute from
   * @param intervals 95 % confidence intervals of those metrics that have one
   * @param normal number of normal pictures
   * @param anomalous number of anomalous pictures
   * @param masks number of anomalous pictures whose anomalous pixels are known
   */
  public Metrics(
      Map<Metric, Double> values,
      Map<Metric, Interval> intervals,
      int normal,
      int anomalous,
      int masks) {
    this.values = new EnumMap<>(Metric.class);
    this.values.putAll(values);
    this.intervals = new EnumMap<>(Metric.class);
    this.intervals.putAll(intervals);
    this.normal = normal;
    this.anomalous = anomalous;
    this.masks = masks;
  }

  /** NaN where there is nothing to compute from. */
  public double value(Metric metric) {
    return values.getOrDefault(metric, Double.NaN);
  }

  /** Its 95 % confidence interval, which is unknown where there is nothing to tell it from. */
  public Interval interval(Metric metric) {
    return intervals.getOrDefault(metric, Interval.UNKNOWN);
  }

  /** Number of normal pictures. */
  public int normal() {
    return normal;
  }

  /** Number of anomalous pictures. */
  public int anomalous() {
    return anomalous;
  }

  /** Number of anomalous pictures whose anomalous pixels are known. */
  public int masks() {
    return masks;
  }

  /**
   * All metrics, null where there is nothing to compute from, the numbers of pictures, and {@code
   * intervals_95}: lower and upper ends by the metrics' keys.
   */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    for (Metric metric : Metric.values()) {
      double value = value(metric);
      json.add(metric.key(), Double.isNaN(value) ? JsonNull.INSTANCE : new JsonPrimitive(value));
    }
    json.addProperty("normal", normal);
    json.addProperty("anomalous", anomalous);
    json.addProperty("masks", masks);
    JsonObject ends = new JsonObject();
    intervals.forEach(
        (metric, interval) -> {
          JsonArray pair = new JsonArray();
          pair.add(interval.low());
          pair.add(interval.high());
          ends.add(metric.key(), pair);
        });
    json.add("intervals_95", ends);
    return json;
  }
}
