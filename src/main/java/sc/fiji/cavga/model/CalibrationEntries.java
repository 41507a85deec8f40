package sc.fiji.cavga.model;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.cavga.io.JsonFields;
import sc.fiji.cavga.io.NamedArray;

/** Calibrations as they stand in the model file: numbers in JSON, atlases as named arrays [H,W]. */
final class CalibrationEntries {

  private static final String EVIDENCE = "picture_evidence";
  private static final String SCORE = "picture_score";

  private CalibrationEntries() {}

  static JsonObject toJson(Map<MapKind, Calibration> calibrations) {
    JsonObject json = new JsonObject();
    calibrations.forEach(
        (kind, calibration) -> {
          JsonObject numbers = new JsonObject();
          numbers.addProperty("map_threshold", calibration.mapThreshold());
          numbers.addProperty("score_threshold", calibration.scoreThreshold());
          numbers.addProperty("map_quantile", calibration.mapQuantile());
          numbers.addProperty("score_quantile", calibration.scoreQuantile());
          numbers.addProperty("score_share", calibration.scoreShare());
          numbers.addProperty("pictures", calibration.pictures());
          calibration.evidence().ifPresent(evidence -> numbers.add(EVIDENCE, toJson(evidence)));
          calibration.pictureScore().ifPresent(score -> numbers.add(SCORE, toJson(score)));
          json.add(kind.label(), numbers);
        });
    return json;
  }

  private static JsonObject toJson(ImagePrior evidence) {
    JsonObject json = new JsonObject();
    json.addProperty("middle", evidence.middle());
    json.addProperty("slope", evidence.slope());
    return json;
  }

  private static JsonObject toJson(ImageScore score) {
    JsonObject json = new JsonObject();
    json.addProperty("detector_mean", score.detectorMean());
    json.addProperty("detector_spread", score.detectorSpread());
    json.addProperty("density_mean", score.densityMean());
    json.addProperty("density_spread", score.densitySpread());
    json.addProperty("density_weight", score.densityWeight());
    return json;
  }

  static List<NamedArray> toArrays(Map<MapKind, Calibration> calibrations) {
    List<NamedArray> arrays = new ArrayList<>();
    calibrations.forEach(
        (kind, calibration) -> {
          long[] shape = {calibration.size(), calibration.size()};
          arrays.add(new NamedArray(kind.label() + ".mean", shape, calibration.mean()));
          arrays.add(new NamedArray(kind.label() + ".spread", shape, calibration.spread()));
        });
    return arrays;
  }

  /**
   * @param size width and height that the atlases must have
   * @throws IOException with one sentence when something is missing or does not fit
   */
  static Map<MapKind, Calibration> read(JsonObject json, Collection<NamedArray> arrays, int size)
      throws IOException {
    Map<String, NamedArray> atlases = new HashMap<>();
    for (NamedArray array : arrays) atlases.put(array.name(), array);
    Map<MapKind, Calibration> calibrations = new EnumMap<>(MapKind.class);
    JsonFields kinds = new JsonFields("The calibration", json);
    for (String label : json.keySet()) {
      JsonFields numbers =
          new JsonFields("The calibration of the map " + label, kinds.object(label));
      try {
        calibrations.put(
            MapKind.of(label),
            new Calibration(
                    size,
                    atlas(atlases, label + ".mean", size),
                    atlas(atlases, label + ".spread", size),
                    numbers.number("map_threshold"),
                    numbers.number("score_threshold"),
                    numbers.number("map_quantile"),
                    numbers.number("score_quantile"),
                    numbers.number("score_share"),
                    numbers.integer("pictures"))
                .withEvidence(evidence(numbers, json.getAsJsonObject(label)))
                .withPictureScore(score(numbers, json.getAsJsonObject(label))));
      } catch (IllegalArgumentException e) {
        throw new IOException(e.getMessage(), e);
      }
    }
    return calibrations;
  }

  private static ImagePrior evidence(JsonFields numbers, JsonObject json) throws IOException {
    if (!json.has(EVIDENCE)) return null;
    JsonFields evidence = new JsonFields("The calibration's " + EVIDENCE, numbers.object(EVIDENCE));
    return new ImagePrior(evidence.number("middle"), evidence.number("slope"));
  }

  private static ImageScore score(JsonFields numbers, JsonObject json) throws IOException {
    if (!json.has(SCORE)) return null;
    JsonFields score = new JsonFields("The calibration's " + SCORE, numbers.object(SCORE));
    return new ImageScore(
        score.number("detector_mean"),
        score.number("detector_spread"),
        score.number("density_mean"),
        score.number("density_spread"),
        score.number("density_weight"));
  }

  private static float[] atlas(Map<String, NamedArray> atlases, String name, int size)
      throws IOException {
    NamedArray atlas = atlases.get(name);
    if (atlas == null || !Arrays.equals(atlas.shape(), new long[] {size, size}))
      throw new IOException("The calibration's array " + name + " is missing or of another size.");
    return atlas.values();
  }
}
