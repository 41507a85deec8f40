package sc.fiji.cavga.export;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import sc.fiji.cavga.localize.ModelFingerprint;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.calibration.Calibration;
import sc.fiji.cavga.model.examination.MapKind;

/** What an exported file says of itself, as texts by key. */
final class ExportProperties {

  /** The largest difference from our own engine. */
  static final String CHECK = "cavga.check";

  private ExportProperties() {}

  static String version() {
    String version = ExportProperties.class.getPackage().getImplementationVersion();
    return version == null ? "(development)" : version;
  }

  static Map<String, String> of(TrainedModel model, MapKind kind) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("cavga.method", model.part(kind).method().name());
    properties.put("cavga.map", kind.label());
    properties.put("cavga.model", model.name());
    properties.put("cavga.fingerprint", ModelFingerprint.of(model));
    Calibration calibration = model.calibration(kind);
    properties.put("cavga.thresholds", thresholds(calibration).toString());
    properties.put(
        PreprocessingDescription.KEY,
        PreprocessingDescription.of(model.preprocessing()).toString());
    return properties;
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
