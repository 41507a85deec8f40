package sc.fiji.cavga.model.calibration;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.cavga.io.JsonFields;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.model.examination.ScoreParts;

/** Calibrations as they stand in the model file: numbers in JSON, atlases as named arrays [H,W]. */
public final class CalibrationEntries {

  private static final String PRIOR = "image_prior";
  private static final String SCORE = "image_score";
  private static final String HELD_OUT = "held_out";

  private CalibrationEntries() {}

  /** Thresholds, quantiles and what a score is made of, by the label of the kind of map. */
  public static JsonObject toJson(Map<MapKind, Calibration> calibrations) {
    JsonObject json = new JsonObject();
    calibrations.forEach(
        (kind, calibration) -> {
          JsonObject numbers = numbers(calibration);
          calibration.heldOut().ifPresent(eyes -> numbers.add(HELD_OUT, HeldOutEntry.write(eyes)));
          json.add(kind.label(), numbers);
        });
    return json;
  }

  /** The same of one kind, without the held-out pictures. */
  public static JsonObject numbers(Calibration calibration) {
    JsonObject numbers = new JsonObject();
    numbers.addProperty("map_threshold", calibration.mapThreshold());
    numbers.addProperty("score_threshold", calibration.scoreThreshold());
    numbers.addProperty("map_quantile", calibration.mapQuantile());
    numbers.addProperty("score_quantile", calibration.scoreQuantile());
    numbers.addProperty("score_share", calibration.scoreShare());
    numbers.addProperty("pictures", calibration.pictures());
    calibration.prior().ifPresent(prior -> numbers.add(PRIOR, toJson(prior)));
    calibration.imageScore().ifPresent(score -> numbers.add(SCORE, toJson(score)));
    return numbers;
  }

  private static JsonObject toJson(ImagePrior prior) {
    JsonObject json = new JsonObject();
    json.addProperty("middle", prior.middle);
    json.addProperty("slope", prior.slope);
    return json;
  }

  private static JsonArray toJson(ImageScore score) {
    JsonArray parts = new JsonArray();
    for (int i = 0; i < score.parts().size(); i++) {
      JsonObject part = new JsonObject();
      part.addProperty("part", score.parts().get(i).name());
      part.addProperty("weight", score.parts().get(i).weight());
      part.addProperty("mean", score.mean(i));
      part.addProperty("spread", score.spread(i));
      parts.add(part);
    }
    return parts;
  }

  /** Mean and spread of each atlas, [H,W], named by the kind of map. */
  public static List<NamedArray> toArrays(Map<MapKind, Calibration> calibrations) {
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
   * @throws IOException with one sentence when something is missing or does not fit
   */
  public static Map<MapKind, Calibration> read(JsonObject json, Collection<NamedArray> arrays)
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
                    (int) atlas(atlases, label + ".mean").shape()[0],
                    atlas(atlases, label + ".mean").values(),
                    atlas(atlases, label + ".spread").values(),
                    numbers.number("map_threshold"),
                    numbers.number("score_threshold"),
                    numbers.number("map_quantile"),
                    numbers.number("score_quantile"),
                    numbers.number("score_share"),
                    numbers.integer("pictures"))
                .withPrior(prior(numbers, json.getAsJsonObject(label)))
                .withImageScore(score(numbers, json.getAsJsonObject(label)))
                .withHeldOut(
                    json.getAsJsonObject(label).has(HELD_OUT)
                        ? HeldOutEntry.read(numbers.object(HELD_OUT))
                        : null));
      } catch (IllegalArgumentException e) {
        throw new IOException(e.getMessage(), e);
      }
    }
    return calibrations;
  }

  private static ImagePrior prior(JsonFields numbers, JsonObject json) throws IOException {
    if (!json.has(PRIOR)) return null;
    JsonFields prior = new JsonFields("The calibration's " + PRIOR, numbers.object(PRIOR));
    return new ImagePrior(prior.number("middle"), prior.number("slope"));
  }

  private static ImageScore score(JsonFields numbers, JsonObject json) throws IOException {
    if (!json.has(SCORE)) return null;
    JsonArray array = numbers.array(SCORE);
    List<ScoreParts.Part> parts = new ArrayList<>();
    double[] means = new double[array.size()];
    double[] spreads = new double[array.size()];
    for (int i = 0; i < means.length; i++) {
      if (!array.get(i).isJsonObject())
        throw new IOException("The calibration's " + SCORE + " must hold objects.");
      JsonFields part =
          new JsonFields("The calibration's " + SCORE, array.get(i).getAsJsonObject());
      parts.add(new ScoreParts.Part(part.text("part"), part.number("weight")));
      means[i] = part.number("mean");
      spreads[i] = part.number("spread");
    }
    return new ImageScore(parts, means, spreads);
  }

  private static NamedArray atlas(Map<String, NamedArray> atlases, String name) throws IOException {
    NamedArray atlas = atlases.get(name);
    boolean square =
        atlas != null && atlas.shape().length == 2 && atlas.shape()[0] == atlas.shape()[1];
    if (!square)
      throw new IOException("The calibration's array " + name + " is missing or not square.");
    return atlas;
  }
}
