package sc.fiji.cavga.export;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.cavga.model.Method;
import sc.fiji.cavga.model.MethodPart;
import sc.fiji.cavga.model.ModelFingerprint;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.calibration.Calibration;
import sc.fiji.cavga.model.calibration.CalibrationEntries;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.onnx.ExportableMethod;
import sc.fiji.cavga.model.onnx.ExportableNetworks;
import sc.fiji.cavga.preprocess.Preprocessing;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;

/** What an exported file says of itself, as texts by key. */
final class ExportProperties {

  /** The largest difference from our own engine. */
  static final String CHECK = "cavga.check";

  /** How a photograph comes to its results where networks alone are exported. */
  static final String NETWORKS = "cavga.networks";

  static final String PRODUCER = "CAVGA for Fiji";

  private static final String THRESHOLDS = "cavga.thresholds";
  private static final String NOT_INCLUDED = "cavga.not_included";

  private static final String PHOTOGRAPH =
      "Whether the photograph can be judged, as far as its own pixels tell: whether it is a fundus"
          + " photograph of one eye, its colours, brightness, contrast and sharpness.";

  private ExportProperties() {}

  static String version() {
    String version = ExportProperties.class.getPackage().getImplementationVersion();
    return version == null ? "(development)" : version;
  }

  /** Of one map; a new map that can be added to. */
  static Map<String, String> of(TrainedModel model, MethodPart part, MapKind kind) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("cavga.method", part.method().name());
    properties.put("cavga.map", kind.label());
    addModel(properties, model);
    Calibration calibration = part.calibrations().get(kind);
    properties.put(THRESHOLDS, thresholds(calibration).toString());
    properties.put(
        PreprocessingDescription.KEY,
        PreprocessingDescription.of(model.preprocessing()).toString());
    properties.put(NOT_INCLUDED, array(notIncluded(model, part, kind)).toString());
    return properties;
  }

  /**
   * Of networks; a new map that can be added to.
   *
   * @param squares how they are made
   */
  static Map<String, String> ofNetworks(
      TrainedModel model, MethodPart part, Preprocessing squares) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("cavga.method", part.method().name());
    addModel(properties, model);
    Calibration calibration = part.calibrations().get(MapKind.DEFAULT);
    properties.put(THRESHOLDS, CalibrationEntries.numbers(calibration).toString());
    properties.put(
        PreprocessingDescription.KEY, PreprocessingDescription.ofSquare(squares).toString());
    properties.put(NOT_INCLUDED, array(notInNetworks(model, part)).toString());
    return properties;
  }

  private static void addModel(Map<String, String> properties, TrainedModel model) {
    properties.put("cavga.model", model.name());
    properties.put("cavga.fingerprint", ModelFingerprint.of(model));
  }

  /** What our own engine says of a picture and the file does not, in sentences. */
  static List<String> notIncluded(TrainedModel model, MethodPart part, MapKind kind) {
    List<String> left = new ArrayList<>();
    if (model.preprocessing().fieldOfView() == FieldOfViewMode.RETINA)
      left.add(PHOTOGRAPH + " The output judged knows the score alone.");
    if (model.limits().isPresent() && !part.method().takesCrops())
      left.add(
          "Whether a picture with little contrast would be anomalous with as much as healthy eyes"
              + " have.");
    if (kind == MapKind.DEFAULT) left.addAll(others(model, part));
    return left;
  }

  /** The same of networks. */
  static List<String> notInNetworks(TrainedModel model, MethodPart part) {
    List<String> left = new ArrayList<>();
    left.add(
        "Which squares are looked at, what is measured, the normal limits of healthy eyes, map and"
            + " score: the file's "
            + NETWORKS
            + " say in words and numbers how they are made.");
    if (model.preprocessing().fieldOfView() == FieldOfViewMode.RETINA) left.add(PHOTOGRAPH);
    left.addAll(others(model, part));
    return left;
  }

  private static List<String> others(TrainedModel model, MethodPart part) {
    List<String> others = new ArrayList<>();
    for (MethodPart other : model.parts())
      if (other != part)
        others.add(
            "What the model's method "
                + other.method().name()
                + " says"
                + (isExportable(other.method()) ? ": export it with --method." : "."));
    return others;
  }

  private static boolean isExportable(Method method) {
    return method instanceof ExportableMethod || method instanceof ExportableNetworks;
  }

  private static JsonArray array(List<String> sentences) {
    JsonArray array = new JsonArray();
    sentences.forEach(array::add);
    return array;
  }

  private static JsonObject thresholds(Calibration calibration) {
    JsonObject json = new JsonObject();
    json.addProperty("map", 1.0);
    json.addProperty("score", calibration.scoreThreshold());
    json.addProperty("map_in_spreads", calibration.mapThreshold());
    json.addProperty("map_quantile", calibration.mapQuantile());
    json.addProperty("score_quantile", calibration.scoreQuantile());
    json.addProperty("score_share", calibration.scoreShare());
    return json;
  }
}
