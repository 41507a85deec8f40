package sc.fiji.cavga.method.local;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.util.List;
import sc.fiji.cavga.settings.Setting;
import sc.fiji.cavga.settings.Setting.Page;

/** The settings of the method {@code local}. */
public final class LocalSettings {

  public static final Setting<MapSource> MAP =
      Setting.choice("default_map", MapSource.DETECTOR)
          .label("What the map is made of")
          .help(
              "What the map is made of: detector (half Mahalanobis distance joined with a U-Net that"
                  + " synthetic anomalies teach) or density (half Mahalanobis distance alone).")
          .on(Page.ADVANCED);

  /** Half as many found less on development photographs; more were not tried. */
  public static final Setting<Integer> STEPS =
      Setting.integer("detector_steps", 3000)
          .within(1, 1_000_000)
          .label("U-Net's steps")
          .help("Training steps in which synthetic anomalies teach the U-Net.")
          .on(Page.ADVANCED);

  public static final Setting<Integer> NETS =
      Setting.integer("nets", 1)
          .within(1, 9)
          .label("U-Nets")
          .help(
              "How many U-Nets are taught, each with other random numbers; the mean of what they"
                  + " say counts. Several take so much longer, and mark less by chance.");

  /** A setting of earlier versions: what synthetic anomalies were like. */
  private static final String PAINTED = "painted";

  private static final JsonPrimitive LESIONS = new JsonPrimitive("lesions");

  private LocalSettings() {}

  static List<Setting<?>> all() {
    return List.of(MAP, STEPS, NETS);
  }

  /** See {@link sc.fiji.cavga.model.Method#update}. */
  static void update(JsonObject configuration) throws IOException {
    if (!configuration.has(NETS.key())) configuration.addProperty(NETS.key(), NETS.initial());
    JsonElement painted = configuration.remove(PAINTED);
    if (painted != null && !painted.equals(LESIONS))
      throw new IOException(
          "its \"painted\" is not lesions, all that this version knows: train a new model, for"
              + " glaucoma with the method disc.");
  }
}
