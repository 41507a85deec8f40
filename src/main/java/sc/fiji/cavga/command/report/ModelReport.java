package sc.fiji.cavga.command.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Locale;
import java.util.Map;
import sc.fiji.cavga.io.JsonFields;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.MethodPart;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.calibration.Calibration;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.preprocess.Preprocessing;
import sc.fiji.cavga.settings.Setting;
import sc.fiji.cavga.settings.Settings;
import sc.fiji.cavga.ui.Durations;

/** What a model file says about itself, in lines for people. */
public final class ModelReport {

  private final StringBuilder lines = new StringBuilder();

  private ModelReport() {}

  /** All that people ask of a model, a line for each. */
  public static String of(TrainedModel model) {
    ModelReport report = new ModelReport();
    report.line("Model", model.name());
    report.pictures(model.preprocessing());
    report.provenance(model.provenance());
    report.recalibrations(model.provenance());
    for (MethodPart part : model.parts()) report.method(part);
    return report.lines.toString();
  }

  private void line(String what, Object value) {
    lines.append(what).append(": ").append(value).append(System.lineSeparator());
  }

  private void pictures(Preprocessing preprocessing) {
    line(
        "Pictures",
        preprocessing.size()
            + " × "
            + preprocessing.size()
            + " pixels, "
            + (preprocessing.channels() == 1 ? "grey" : "colour")
            + ", field of view: "
            + JsonFields.lowerCase(preprocessing.fieldOfView())
            + ", illumination: "
            + JsonFields.lowerCase(preprocessing.illumination()));
  }

  private void method(MethodPart part) {
    line("Method", part.method().name() + ": " + part.method().description());
    Settings settings = part.entries().settings();
    line(
        "Supervision", settings.get(CommonSettings.WEAK) ? "weak" : "none (normal pictures alone)");
    for (Setting<?> setting : part.method().settings())
      line("  " + setting.label(), text(setting, settings));
    training(part.training());
    calibrations(part.calibrations());
  }

  private static <T> String text(Setting<T> setting, Settings settings) {
    return setting.text(settings.get(setting));
  }

  private void provenance(JsonObject json) {
    line("Written by", text(json, "software") + ", " + text(json, "date"));
    line("Computed on", text(json, "device"));
    line("Training took", Durations.text(number(json, "training_seconds")));
    line("Learnt from", text(json, "training_pictures") + " normal pictures");
    line("Calibrated on", text(json, "held_out_pictures") + " other normal pictures");
    line("Anomalous", text(json, "anomalous_pictures") + " pictures");
    line("Could not be used", text(json, "skipped_pictures") + " pictures");
  }

  private void recalibrations(JsonObject json) {
    if (!(json.get("recalibrations") instanceof JsonArray)) return;
    for (JsonElement each : json.getAsJsonArray("recalibrations")) {
      if (!each.isJsonObject()) continue;
      JsonObject one = each.getAsJsonObject();
      line(
          "Recalibrated",
          text(one, "date")
              + (one.has("pictures")
                  ? " on " + text(one, "pictures") + " normal pictures"
                  : ", thresholds alone: " + one.get("asked_for"))
              + ", from the model with SHA-256 "
              + text(one, "from_sha256"));
      notes(one);
    }
  }

  private void training(JsonObject json) {
    if (json.has("epoch")) line("Epoch", text(json, "epoch"));
    if (json.has("steps")) line("Steps made", text(json, "steps"));
    if (json.has("healthy_eyes_measured"))
      line(
          "Optic discs measured",
          text(json, "healthy_eyes_measured") + " of " + text(json, "healthy_eyes"));
    if (json.has("stopped")) line("Training ended", text(json, "stopped"));
    notes(json);
  }

  private void notes(JsonObject json) {
    JsonElement warnings = json.get("warnings");
    if (warnings instanceof JsonArray)
      for (JsonElement warning : (JsonArray) warnings) line("Note", warning.getAsString());
  }

  private void calibrations(Map<MapKind, Calibration> calibrations) {
    if (calibrations.isEmpty())
      line("Maps", "none: this is a checkpoint, from which training can go on");
    for (Map.Entry<MapKind, Calibration> entry : calibrations.entrySet())
      line(
          "Map " + entry.getKey().label(),
          String.format(
              Locale.ROOT,
              "a picture is anomalous above a score of %.3f (%.0f %% of %d normal ones lie below)",
              entry.getValue().scoreThreshold(),
              100 * entry.getValue().scoreQuantile(),
              entry.getValue().pictures()));
  }

  /** A file that lacks an entry is still worth describing. */
  private static String text(JsonObject json, String key) {
    JsonElement value = json.get(key);
    return value instanceof JsonPrimitive ? value.getAsString() : "unknown";
  }

  private static double number(JsonObject json, String key) {
    JsonElement value = json.get(key);
    boolean known = value instanceof JsonPrimitive && ((JsonPrimitive) value).isNumber();
    return known ? value.getAsDouble() : Double.NaN;
  }
}
