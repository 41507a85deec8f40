package sc.fiji.cavga.model;

import com.google.gson.JsonObject;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import sc.fiji.cavga.model.calibration.Calibration;
import sc.fiji.cavga.model.examination.MapKind;

/** What a model has of one method: what was learned, its thresholds, and its record. Immutable. */
public final class MethodPart {

  private final Method method;
  private final ModelEntries entries;
  private final Map<MapKind, Calibration> calibrations;
  private final JsonObject training;

  /**
   * @param calibrations for each kind of map that can be used; empty while training runs
   * @param training the record of the method's own training
   */
  public MethodPart(
      Method method,
      ModelEntries entries,
      Map<MapKind, Calibration> calibrations,
      JsonObject training) {
    this.method = Objects.requireNonNull(method);
    this.entries = Objects.requireNonNull(entries);
    Map<MapKind, Calibration> sorted = new EnumMap<>(MapKind.class);
    sorted.putAll(calibrations);
    this.calibrations = Collections.unmodifiableMap(sorted);
    this.training = training.deepCopy();
  }

  public Method method() {
    return method;
  }

  public ModelEntries entries() {
    return entries;
  }

  /** In the order of {@link MapKind}; unmodifiable. */
  public Map<MapKind, Calibration> calibrations() {
    return calibrations;
  }

  /** A copy. */
  public JsonObject training() {
    return training.deepCopy();
  }
}
