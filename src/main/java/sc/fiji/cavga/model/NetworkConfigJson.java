package sc.fiji.cavga.model;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import sc.fiji.cavga.io.JsonFields;
import sc.fiji.cavga.network.NetworkConfig;
import sc.fiji.cavga.network.NetworkConfig.AttentionNormalization;
import sc.fiji.cavga.network.NetworkConfig.Variant;

/**
 * A network's configuration as it stands in the model file; every key is required, no other known
 * but what earlier versions wrote.
 */
public final class NetworkConfigJson {

  private static final String[] KEYS = {
    "variant",
    "size",
    "channels",
    "width",
    "levels",
    "latent_channels",
    "flat_latent",
    "weakly_supervised",
    "attention"
  };

  private static final String GUIDED =
      "Its network was trained with --guidance painted, which this version does not have: train a"
          + " new model.";

  private NetworkConfigJson() {}

  /** What {@link #fromJson} takes back. */
  public static JsonObject toJson(NetworkConfig config) {
    JsonObject json = new JsonObject();
    json.addProperty("variant", JsonFields.lowerCase(config.variant()));
    json.addProperty("size", config.size());
    json.addProperty("channels", config.channels());
    json.addProperty("width", config.width());
    json.addProperty("levels", config.levels());
    json.addProperty("latent_channels", config.latentChannels());
    json.addProperty("flat_latent", config.flatLatent());
    json.addProperty("weakly_supervised", config.weaklySupervised());
    json.addProperty("attention", JsonFields.lowerCase(config.attention()));
    return json;
  }

  /**
   * @throws IOException with one sentence that names the key that is missing, unknown or out of
   *     range
   */
  public static NetworkConfig fromJson(JsonObject json) throws IOException {
    JsonFields fields =
        new JsonFields("The network's configuration", json)
            .formerly("guided", new JsonPrimitive(false), GUIDED)
            .only(KEYS);
    try {
      return new NetworkConfig(
          fields.choice("variant", Variant.class),
          fields.integer("size"),
          fields.integer("channels"),
          fields.integer("width"),
          fields.integer("levels"),
          fields.integer("latent_channels"),
          fields.truth("flat_latent"),
          fields.truth("weakly_supervised"),
          fields.choice("attention", AttentionNormalization.class));
    } catch (IllegalArgumentException e) {
      throw new IOException("The network's configuration is not valid: " + e.getMessage(), e);
    }
  }
}
