package sc.fiji.cavga.train;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import sc.fiji.cavga.network.StepLosses;

/** What a model file says about its training, as JSON: with the same seed always the same. */
final class TrainingRecord {

  static final String CONFIGURATION = "configuration";
  static final String CURVES = "curves";
  static final String WARNINGS = "warnings";

  /** Below, attention is the same everywhere as far as a map is concerned. */
  private static final double SMALLEST_SPREAD = 0.02;

  /** Above, attention is all or nothing nearly everywhere. */
  private static final double MOST_SATURATED = 0.9;

  private TrainingRecord() {}

  /** While training goes on. */
  static JsonObject interim(TrainingConfig config, TrainingCurves curves) {
    JsonObject json = new JsonObject();
    json.add(CONFIGURATION, config.toJson());
    json.add(CURVES, curves.toJson());
    return json;
  }

  /**
   * @param epoch whose weights the model has, from 1
   * @param stopped why training ended
   * @param statistics of the final weights
   */
  static JsonObject complete(
      TrainingConfig config,
      TrainingRun run,
      int epoch,
      String stopped,
      StatisticsSettling statistics,
      List<String> warnings) {
    JsonObject json = interim(config, run.curves);
    json.addProperty("epoch", epoch);
    json.addProperty("steps", run.step);
    json.addProperty("stopped", stopped);
    json.add("validation", LossMeans.toJson(statistics.losses()));
    json.addProperty("attention_informative", attentionIsInformative(statistics.losses()));
    json.add("statistics", statistics.toJson());
    if (run.detector.explained != null) json.add("detector", detector(run.detector));
    JsonArray array = new JsonArray();
    warnings.forEach(array::add);
    json.add(WARNINGS, array);
    return json;
  }

  private static JsonObject detector(SegmentationNetRun detector) {
    JsonObject json = new JsonObject();
    json.addProperty("steps", detector.step);
    json.addProperty("explained", detector.explained);
    return json;
  }

  /** Whether the attention map differs from place to place at all. */
  static boolean attentionIsInformative(StepLosses losses) {
    return losses.attentionSpread >= SMALLEST_SPREAD && losses.attentionSaturated <= MOST_SATURATED;
  }
}
