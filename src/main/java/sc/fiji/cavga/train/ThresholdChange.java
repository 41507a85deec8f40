package sc.fiji.cavga.train;

import com.google.gson.JsonObject;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.calibration.Calibration;
import sc.fiji.cavga.settings.Setting;

/**
 * What is asked of a model's thresholds: other shares of healthy pixels and pictures below them, or
 * other thresholds; what is not asked stays as it is. Immutable.
 */
public final class ThresholdChange {

  private final Double mapQuantile;
  private final Double scoreQuantile;
  private final Double mapThreshold;
  private final Double scoreThreshold;

  /**
   * Each null for what stays as it is.
   *
   * @param mapQuantile the share of healthy pixels below the map's threshold
   * @param scoreQuantile the share of healthy pictures below the score's threshold
   * @param mapThreshold a value of the model's maps as they are, which becomes 1.0
   * @param scoreThreshold a score as the model gives it
   * @throws IllegalArgumentException with one sentence when a value is out of its range or two
   *     contradict each other
   */
  public ThresholdChange(
      Double mapQuantile, Double scoreQuantile, Double mapThreshold, Double scoreThreshold) {
    this.mapQuantile = checked(CommonSettings.MAP_QUANTILE, mapQuantile);
    this.scoreQuantile = checked(CommonSettings.SCORE_QUANTILE, scoreQuantile);
    this.mapThreshold = mapThreshold;
    this.scoreThreshold = scoreThreshold;
    if (mapThreshold != null && !(mapThreshold > 0 && Double.isFinite(mapThreshold)))
      throw new IllegalArgumentException(
          "A map's threshold must be positive, such as 1.2, not " + mapThreshold + ".");
    if (scoreThreshold != null && !Double.isFinite(scoreThreshold))
      throw new IllegalArgumentException(
          "A score's threshold must be a finite number, not " + scoreThreshold + ".");
    if (setsThresholds() && (mapQuantile != null || scoreQuantile != null))
      throw new IllegalArgumentException(
          "A threshold follows from its quantile: give quantiles or thresholds, not both.");
  }

  /** Nothing. */
  public static ThresholdChange none() {
    return new ThresholdChange(null, null, null, null);
  }

  private static Double checked(Setting<Double> setting, Double value) {
    return value == null ? null : setting.checked(value);
  }

  /** Whether everything stays as it is. */
  public boolean isNone() {
    return mapQuantile == null && scoreQuantile == null && !setsThresholds();
  }

  /** Whether thresholds themselves are given. */
  public boolean setsThresholds() {
    return mapThreshold != null || scoreThreshold != null;
  }

  double mapQuantile(Calibration earlier) {
    return mapQuantile == null ? earlier.mapQuantile() : mapQuantile;
  }

  double scoreQuantile(Calibration earlier) {
    return scoreQuantile == null ? earlier.scoreQuantile() : scoreQuantile;
  }

  /**
   * @throws IllegalStateException with one sentence when the calibration does not know what is
   *     asked
   */
  Calibration of(Calibration earlier) {
    if (setsThresholds())
      return earlier.withThresholds(
          mapThreshold == null ? 1 : mapThreshold,
          scoreThreshold == null ? earlier.scoreThreshold() : scoreThreshold);
    return earlier.withQuantiles(mapQuantile, scoreQuantile);
  }

  /** As it stands in the model file. */
  JsonObject toJson() {
    JsonObject json = new JsonObject();
    if (mapQuantile != null) json.addProperty("map_quantile", mapQuantile);
    if (scoreQuantile != null) json.addProperty("score_quantile", scoreQuantile);
    if (mapThreshold != null) json.addProperty("map_threshold", mapThreshold);
    if (scoreThreshold != null) json.addProperty("score_threshold", scoreThreshold);
    return json;
  }
}
