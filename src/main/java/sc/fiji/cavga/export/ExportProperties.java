package sc.fiji.cavga.export;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.cavga.localize.ModelFingerprint;
import sc.fiji.cavga.model.MethodPart;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.calibration.Calibration;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.onnx.ExportableMethod;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;

/** What an exported file says of itself, as texts by key. */
final class ExportProperties {

  /** The largest difference from our own engine. */
  static final String CHECK = "cavga.check";

  private ExportProperties() {}

  static String version() {
    String version = ExportProperties.class.getPackage().getImplementationVersion();
    return version == null ? "(development)" : version;
  }

  static Map<String, String> of(TrainedModel model, MethodPart part, MapKind kind) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("cavga.method", part.method().name());
    properties.put("cavga.map", kind.label());
    properties.put("cavga.model", model.name());
    properties.put("cavga.fingerprint", ModelFingerprint.of(model));
    Calibration calibration = part.calibrations().get(kind);
    properties.put("cavga.thresholds", thresholds(calibration).toString());
    properties.put(
        PreprocessingDescription.KEY,
        PreprocessingDescription.of(model.preprocessing()).toString());
    properties.put("cavga.not_included", array(notIncluded(model, part, kind)).toString());
    return properties;
  }

  /** What our own engine says of a picture and the file does not, in sentences. */
  static List<String> notIncluded(TrainedModel model, MethodPart part, MapKind kind) {
    List<String> left = new ArrayList<>();
    if (model.preprocessing().fieldOfView() == FieldOfViewMode.RETINA)
      left.add(
          "Whether the photograph can be judged, as far as its own pixels tell: whether it is a"
              + " fundus photograph of one eye, its colours, brightness, contrast and sharpness."
              + " The output judged knows the score alone.");
    if (model.limits().isPresent() && !part.method().takesCrops())
      left.add(
          "Whether a picture with little contrast would be anomalous with as much as healthy eyes"
              + " have.");
    for (MethodPart other : model.parts())
      if (other != part && kind == MapKind.DEFAULT)
        left.add(
            "What the model's method "
                + other.method().name()
                + " says"
                + (other.method() instanceof ExportableMethod
                    ? ": export it with --method."
                    : "."));
    return left;
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
