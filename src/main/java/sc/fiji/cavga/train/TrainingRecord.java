package sc.fiji.cavga.train;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import sc.fiji.cavga.model.TrainingResult;

/** What a model file says about a method's training: with the same seed always the same. */
final class TrainingRecord {

  private static final String WARNINGS = "warnings";

  private TrainingRecord() {}

  static JsonObject of(TrainingResult result) {
    JsonObject record = result.record().deepCopy();
    JsonArray warnings = new JsonArray();
    result.warnings().forEach(warnings::add);
    record.add(WARNINGS, warnings);
    return record;
  }
}
