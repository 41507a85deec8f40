package sc.fiji.cavga.train;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import sc.fiji.cavga.feed.Augmentation;
import sc.fiji.cavga.io.JsonFields;
import sc.fiji.cavga.model.DefaultMapSource;
import sc.fiji.cavga.model.NetworkConfigJson;
import sc.fiji.cavga.network.LossWeights;
import sc.fiji.cavga.preprocess.Preprocessing;
import sc.fiji.cavga.synthetic.AnomalySigns;

/** {@link TrainingConfig} as JSON; every key is required, no other known. */
final class TrainingConfigJson {

  /** What may change between a checkpoint and the training that goes on from it. */
  private static final Set<String> FREE =
      Set.of(
          "schedule.epochs",
          "schedule.learning_rate",
          "schedule.patience",
          "schedule.minutes",
          "map_quantile",
          "score_quantile",
          "score_share",
          "default_map",
          "cache_megabytes");

  private TrainingConfigJson() {}

  static JsonObject write(TrainingConfig config) {
    JsonObject json = new JsonObject();
    json.add("network", NetworkConfigJson.toJson(config.network()));
    json.add("preprocessing", config.preprocessing().toJson());
    json.add("loss_weights", losses(config.losses()));
    json.add("augmentation", config.augmentation().toJson());
    json.add("schedule", schedule(config.schedule()));
    json.addProperty("held_out_share", config.heldOutShare());
    json.addProperty("map_quantile", config.mapQuantile());
    json.addProperty("score_quantile", config.scoreQuantile());
    json.addProperty("score_share", config.scoreShare());
    json.addProperty("default_map", config.defaultMap().name().toLowerCase(Locale.ROOT));
    json.addProperty("detector_steps", config.detectorSteps());
    json.addProperty("painted", JsonFields.lowerCase(config.painted()));
    json.addProperty("seed", config.seed());
    json.addProperty("cache_megabytes", config.cacheMegabytes());
    return json;
  }

  private static JsonObject losses(LossWeights weights) {
    JsonObject json = new JsonObject();
    json.addProperty("reconstruction", weights.reconstruction());
    json.addProperty("divergence", weights.divergence());
    json.addProperty("adversarial", weights.adversarial());
    json.addProperty("attention", weights.attention());
    json.addProperty("classification", weights.classification());
    return json;
  }

  private static JsonObject schedule(TrainingSchedule schedule) {
    JsonObject json = new JsonObject();
    json.addProperty("epochs", schedule.epochs());
    json.addProperty("batch_size", schedule.batchSize());
    json.addProperty("learning_rate", schedule.learningRate());
    json.addProperty("warm_up_epochs", schedule.warmUpEpochs());
    json.addProperty("fewest_steps", schedule.fewestSteps());
    json.addProperty("most_steps", schedule.mostSteps());
    json.addProperty("patience", schedule.patience());
    json.addProperty("minutes", schedule.minutes());
    return json;
  }

  static TrainingConfig read(JsonObject json) throws IOException {
    JsonFields fields =
        new JsonFields("The training's configuration", json)
            .only(write(TrainingConfig.builder().build()).keySet().toArray(new String[0]));
    try {
      return new TrainingConfig(
          NetworkConfigJson.fromJson(fields.object("network")),
          Preprocessing.fromJson(fields.object("preprocessing")),
          losses(fields.object("loss_weights")),
          Augmentation.fromJson(fields.object("augmentation")),
          schedule(fields.object("schedule")),
          fields.number("held_out_share"),
          fields.number("map_quantile"),
          fields.number("score_quantile"),
          fields.number("score_share"),
          fields.choice("default_map", DefaultMapSource.class),
          fields.integer("detector_steps"),
          fields.choice("painted", AnomalySigns.class),
          seed(fields.number("seed")),
          fields.integer("cache_megabytes"));
    } catch (IllegalArgumentException e) {
      throw new IOException("The training's configuration is not valid: " + e.getMessage(), e);
    }
  }

  private static long seed(double value) throws IOException {
    if (value != Math.rint(value))
      throw new IOException("The training's configuration must have a whole number as \"seed\".");
    return (long) value;
  }

  private static LossWeights losses(JsonObject json) throws IOException {
    JsonFields fields =
        new JsonFields("The training's loss weights", json)
            .formerly("guidance")
            .only(losses(LossWeights.PAPER).keySet().toArray(new String[0]));
    return new LossWeights(
        fields.number("reconstruction"),
        fields.number("divergence"),
        fields.number("adversarial"),
        fields.number("attention"),
        fields.number("classification"));
  }

  private static TrainingSchedule schedule(JsonObject json) throws IOException {
    JsonFields fields =
        new JsonFields("The training's schedule", json)
            .only(
                schedule(TrainingConfig.builder().build().schedule())
                    .keySet()
                    .toArray(new String[0]));
    return new TrainingSchedule(
        fields.integer("epochs"),
        fields.integer("batch_size"),
        fields.number("learning_rate"),
        fields.integer("warm_up_epochs"),
        fields.integer("fewest_steps"),
        fields.integer("most_steps"),
        fields.integer("patience"),
        fields.number("minutes"));
  }

  /** One sentence about the first entry that differs and may not. */
  static Optional<String> difference(JsonObject now, JsonObject earlier) {
    Map<String, JsonElement> ours = new TreeMap<>();
    Map<String, JsonElement> theirs = new TreeMap<>();
    flatten("", now, ours);
    flatten("", earlier, theirs);
    Set<String> keys = new TreeSet<>(ours.keySet());
    keys.addAll(theirs.keySet());
    keys.removeAll(FREE);
    for (String key : keys)
      if (!Objects.equals(ours.get(key), theirs.get(key)))
        return Optional.of(
            "The training to go on with had "
                + theirs.get(key)
                + " as "
                + key
                + " and not "
                + ours.get(key)
                + ": use the same settings, or begin anew without the checkpoint.");
    return Optional.empty();
  }

  private static void flatten(String path, JsonObject json, Map<String, JsonElement> entries) {
    for (Map.Entry<String, JsonElement> entry : json.entrySet()) {
      String name = path + entry.getKey();
      if (entry.getValue().isJsonObject())
        flatten(name + ".", entry.getValue().getAsJsonObject(), entries);
      else entries.put(name, entry.getValue());
    }
  }
}
