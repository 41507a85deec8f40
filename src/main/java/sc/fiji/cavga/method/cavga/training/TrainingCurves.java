package sc.fiji.cavga.method.cavga.training;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.cavga.model.training.LossPoint;
import sc.fiji.cavga.settings.Settings;

/** The losses of all epochs so far, in order. Immutable: each epoch makes a new one. */
public final class TrainingCurves {

  static final TrainingCurves EMPTY = new TrainingCurves(List.of());

  private final List<EpochRecord> epochs;

  private TrainingCurves(List<EpochRecord> epochs) {
    this.epochs = List.copyOf(epochs);
  }

  /** In order; unmodifiable. */
  public List<EpochRecord> epochs() {
    return epochs;
  }

  /** For a plot. */
  public List<LossPoint> points(Settings settings) {
    List<LossPoint> points = new ArrayList<>();
    for (EpochRecord epoch : epochs) points.add(epoch.point(CavgaSettings.losses(settings)));
    return points;
  }

  TrainingCurves with(EpochRecord next) {
    List<EpochRecord> longer = new ArrayList<>(epochs);
    longer.add(next);
    return new TrainingCurves(longer);
  }

  JsonArray toJson() {
    JsonArray json = new JsonArray();
    for (EpochRecord epoch : epochs) json.add(epoch.toJson());
    return json;
  }

  /**
   * The curves that a model file's training record holds as "curves".
   *
   * @throws IOException with one sentence when it is something else
   */
  public static TrainingCurves fromJson(JsonArray json) throws IOException {
    List<EpochRecord> epochs = new ArrayList<>();
    for (JsonElement element : json) {
      if (!element.isJsonObject()) throw new IOException("An epoch's record is not an object.");
      EpochRecord record = EpochRecord.fromJson(element.getAsJsonObject());
      if (record.epoch() != epochs.size() + 1)
        throw new IOException("The epochs' records are not in order.");
      epochs.add(record);
    }
    return new TrainingCurves(epochs);
  }
}
