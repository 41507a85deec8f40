package sc.fiji.cavga.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sc.fiji.cavga.feed.augment.Augmentation;
import sc.fiji.cavga.io.JsonFields;
import sc.fiji.cavga.io.NamedArray;

/**
 * Model files of format version 1, as files of version 2: there every file held CAVGA's network,
 * and the Gaussians and the U-Net of what is the method {@code local} now beside it, where its
 * default map was made of them.
 */
final class VersionOne {

  private static final String LOCAL = "local";
  private static final String CAVGA = "cavga";
  private static final String DENSITY = "density";
  private static final String DETECTOR = "detector";

  /** Of settings that a description may lack, since they came later. */
  private static final String[][] DEFAULTS = {
    {"held_out_share", "0.2"},
    {"map_quantile", "0.99"},
    {"score_quantile", "0.95"},
    {"score_share", "0.03"},
    {"detector_steps", "3000"},
    {"seed", "0"},
    {"cache_megabytes", "-1"}
  };

  private static final String[][] SCHEDULE = {
    {"epochs", "40"}, {"batch_size", "8"}, {"learning_rate", "0.001"}, {"warm_up_epochs", "5"},
    {"fewest_steps", "50"}, {"most_steps", "500"}, {"patience", "10"}, {"minutes", "0"}
  };

  private static final String[][] LOSSES = {
    {"reconstruction", "1"},
    {"divergence", "1"},
    {"adversarial", "1"},
    {"attention", "0.01"},
    {"classification", "0.001"}
  };

  private VersionOne() {}

  /** A description of version 2. */
  static JsonObject description(JsonObject old, Map<String, List<NamedArray>> arrays)
      throws IOException {
    JsonFields fields = new JsonFields("its description", old);
    JsonObject network = fields.object("network");
    JsonObject training = fields.object("training");
    JsonObject given =
        training.has("configuration") && training.get("configuration").isJsonObject()
            ? training.getAsJsonObject("configuration")
            : new JsonObject();
    refuseGuided(network, given);
    JsonObject calibration = fields.object("calibration");
    if (!calibration.keySet().isEmpty()) requireWhole(calibration, given, arrays);
    JsonObject common = common(given, network, fields.object("preprocessing"));
    boolean hasField = arrays.containsKey(DENSITY);
    JsonArray methods = new JsonArray();
    if (hasField)
      methods.add(
          method(
              LOCAL,
              local(common, given, arrays.containsKey(DETECTOR)),
              calibrations(calibration, true, true),
              new JsonObject()));
    methods.add(
        method(
            CAVGA,
            cavga(common, given, network),
            calibrations(calibration, false, !hasField),
            training));
    JsonObject json = new JsonObject();
    json.add("preprocessing", fields.object("preprocessing"));
    json.add("methods", methods);
    json.add("provenance", fields.object("provenance"));
    return json;
  }

  private static void refuseGuided(JsonObject network, JsonObject given) throws IOException {
    JsonElement guided = network.get("guided");
    if (guided != null && !guided.equals(new JsonPrimitive(false)))
      throw new IOException(
          "its attention was guided by synthetic anomalies, which this version does not know: train a"
              + " new model.");
    JsonElement augmentation = given.get("augmentation");
    if (augmentation != null && augmentation.isJsonObject())
      Augmentation.fromJson(augmentation.getAsJsonObject());
  }

  /** Its default map was made of the entries that its thresholds and its settings tell of. */
  private static void requireWhole(
      JsonObject calibration, JsonObject given, Map<String, List<NamedArray>> arrays)
      throws IOException {
    boolean ofDetector =
        object(calibration, "default").has("picture_score")
            || new JsonPrimitive(DETECTOR).equals(given.get("default_map"))
            || arrays.containsKey(DETECTOR);
    if (ofDetector) requireEntry(DETECTOR, arrays);
    if (ofDetector || new JsonPrimitive(DENSITY).equals(given.get("default_map")))
      requireEntry(DENSITY, arrays);
  }

  private static void requireEntry(String name, Map<String, List<NamedArray>> arrays)
      throws IOException {
    if (!arrays.containsKey(name)) throw ModelEntries.missing(name);
  }

  private static JsonObject method(
      String name, JsonObject configuration, JsonObject calibration, JsonObject training) {
    JsonObject json = new JsonObject();
    json.addProperty("method", name);
    json.add("configuration", configuration);
    json.add("calibration", calibration);
    json.add("training", training);
    return json;
  }

  private static JsonObject common(JsonObject given, JsonObject network, JsonObject preprocessing)
      throws IOException {
    JsonObject json = new JsonObject();
    JsonObject prepared = preprocessing.deepCopy();
    prepared.remove("laterality");
    if (!prepared.has("illumination")) prepared.addProperty("illumination", "none");
    json.add("preprocessing", prepared);
    for (String[] each : DEFAULTS) copy(given, each[0], each[1], json);
    json.remove("detector_steps");
    JsonElement augmentation = given.get("augmentation");
    boolean varied =
        augmentation == null
            || !augmentation.isJsonObject()
            || !Augmentation.fromJson(augmentation.getAsJsonObject()).equals(Augmentation.NONE);
    json.addProperty("augmentation", varied ? "fundus" : "none");
    json.add("weakly_supervised", or(network.get("weakly_supervised"), new JsonPrimitive(false)));
    JsonObject schedule = new JsonObject();
    JsonObject givenSchedule = object(given, "schedule");
    copy(givenSchedule, "batch_size", "8", schedule);
    copy(givenSchedule, "minutes", "0", schedule);
    json.add("schedule", schedule);
    return json;
  }

  private static JsonObject local(JsonObject common, JsonObject given, boolean hasNet) {
    JsonObject json = common.deepCopy();
    json.addProperty("default_map", hasNet ? DETECTOR : DENSITY);
    copy(given, "detector_steps", "3000", json);
    if (given.has("painted")) json.add("painted", given.get("painted"));
    return json;
  }

  private static JsonObject cavga(JsonObject common, JsonObject given, JsonObject network) {
    JsonObject json = common.deepCopy();
    JsonObject own = network.deepCopy();
    for (String elsewhere : new String[] {"size", "channels", "guided", "weakly_supervised"})
      own.remove(elsewhere);
    rename(own, "variant", "dcgan", "d");
    rename(own, "variant", "resnet18", "r");
    json.add("network", own);
    JsonObject schedule = new JsonObject();
    for (String[] each : SCHEDULE) copy(object(given, "schedule"), each[0], each[1], schedule);
    json.add("schedule", schedule);
    JsonObject losses = new JsonObject();
    for (String[] each : LOSSES) copy(object(given, "loss_weights"), each[0], each[1], losses);
    json.add("loss_weights", losses);
    return json;
  }

  /**
   * @param ofDefault whether the default map's or those of the other kinds
   * @param withDefault whether the default map's belongs to these at all
   */
  private static JsonObject calibrations(JsonObject old, boolean ofLocal, boolean withDefault)
      throws IOException {
    JsonObject json = new JsonObject();
    for (String kind : old.keySet()) {
      boolean isDefault = kind.equals("default");
      if (isDefault ? !withDefault : ofLocal) continue;
      JsonObject numbers = new JsonFields("The calibration", old).object(kind).deepCopy();
      if (numbers.has("picture_evidence"))
        numbers.add("image_prior", numbers.remove("picture_evidence"));
      if (numbers.has("picture_score"))
        numbers.add(
            "image_score",
            score(new JsonFields("The calibration", numbers).object("picture_score")));
      numbers.remove("picture_score");
      json.add(kind, numbers);
    }
    return json;
  }

  private static JsonArray score(JsonObject old) {
    JsonArray parts = new JsonArray();
    parts.add(part("segmentation_net", new JsonPrimitive(1), old, DETECTOR));
    parts.add(part("half_mahalanobis_distance", old.get("density_weight"), old, DENSITY));
    return parts;
  }

  private static JsonObject part(String name, JsonElement weight, JsonObject old, String prefix) {
    JsonObject json = new JsonObject();
    json.addProperty("part", name);
    json.add("weight", weight);
    json.add("mean", old.get(prefix + "_mean"));
    json.add("spread", old.get(prefix + "_spread"));
    return json;
  }

  /** The arrays under the names of version 2. */
  static Map<String, List<NamedArray>> arrays(
      JsonObject description, Map<String, List<NamedArray>> old) {
    Map<String, List<NamedArray>> arrays = new TreeMap<>();
    old.forEach(
        (name, list) -> {
          if (name.equals(DENSITY)) arrays.put("local-gaussian_field", list);
          if (name.equals(DETECTOR)) arrays.put("local-segmentation_net", list);
          if (name.equals("weights")) arrays.put("cavga-network", list);
          if (name.equals("calibration"))
            for (String method : new String[] {LOCAL, CAVGA})
              arrays.put(method + "-calibration", list);
        });
    return arrays;
  }

  private static void rename(JsonObject owner, String key, String before, String after) {
    if (new JsonPrimitive(before).equals(owner.get(key))) owner.addProperty(key, after);
  }

  private static void copy(JsonObject from, String key, String otherwise, JsonObject to) {
    to.add(key, or(from.get(key), new JsonPrimitive(Double.valueOf(otherwise))));
  }

  private static JsonElement or(JsonElement given, JsonElement otherwise) {
    return given == null ? otherwise : given;
  }

  private static JsonObject object(JsonObject owner, String key) {
    JsonElement value = owner.get(key);
    return value != null && value.isJsonObject() ? value.getAsJsonObject() : new JsonObject();
  }
}
