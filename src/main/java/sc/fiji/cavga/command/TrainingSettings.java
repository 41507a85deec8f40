package sc.fiji.cavga.command;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.scijava.ItemVisibility;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.util.ClassUtils;
import org.scijava.widget.FileWidget;
import sc.fiji.cavga.command.input.Inputs;
import sc.fiji.cavga.method.cavga.CavgaMethod;
import sc.fiji.cavga.method.cavga.EncoderWeightFile;
import sc.fiji.cavga.method.cavga.network.NetworkConfig.Variant;
import sc.fiji.cavga.method.cavga.training.CavgaSettings;
import sc.fiji.cavga.method.disc.DiscMethod;
import sc.fiji.cavga.method.disc.outline.DiscOutliner;
import sc.fiji.cavga.method.local.LocalSettings;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.Methods;
import sc.fiji.cavga.settings.Setting;
import sc.fiji.cavga.settings.Setting.Page;
import sc.fiji.cavga.train.TrainingConfig;

/**
 * A training's settings that most people keep: the dialog's second page. SciJava wants a field for
 * each; names, words, defaults and ranges are those of the settings' declarations, which a test
 * holds, and the values go into a configuration by their names.
 */
abstract class TrainingSettings extends CavgaCommand {

  /** What {@code default_map} was given for what is a method now. */
  private static final String NETWORK = "network";

  @Parameter(
      label = "CAVGA's network",
      description = "The paper's CAVGA-D (d, DCGAN's layers) or CAVGA-R (r, a ResNet-18).",
      choices = {"d", "r"},
      attrs = {
        @Attr(name = Inputs.ADVANCED),
        @Attr(name = Inputs.WORDS, value = "DCGAN's layers (CAVGA-D)|ResNet-18 (CAVGA-R)")
      },
      persist = false)
  private String variant = text(CavgaSettings.VARIANT);

  @Parameter(
      label = "Width (feature maps, 0 = variant's)",
      description =
          "Feature maps after the first convolution: 2 to 256, or 0 for the variant's own, which"
              + " is 32 for CAVGA-D and 64 for CAVGA-R. More can learn more and take longer.",
      min = "0",
      max = "256",
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private int width = CavgaSettings.WIDTH.initial();

  @Parameter(
      label = "Channels (3 colour, 1 grey)",
      description = "3 for colour, 1 for grey pictures such as red-free photographs.",
      min = "1",
      max = "3",
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private int channels = CommonSettings.CHANNELS.initial();

  @Parameter(
      label = "Area that counts",
      description =
          "What counts: retina looks for its disc inside black borders; whole_picture is for"
              + " pictures of something else.",
      choices = {"retina", "whole_picture"},
      attrs = {
        @Attr(name = Inputs.ADVANCED),
        @Attr(
            name = Inputs.WORDS,
            value = "the retina's disc inside black borders|the whole picture")
      },
      persist = false)
  private String field_of_view = text(CommonSettings.FIELD_OF_VIEW);

  @Parameter(
      label = "Uneven light",
      description = "flatten divides each picture by its own wide mean, against uneven light.",
      choices = {"none", "flatten"},
      attrs = {
        @Attr(name = Inputs.ADVANCED),
        @Attr(name = Inputs.WORDS, value = "as it is|divided by its own wide mean")
      },
      persist = false)
  private String illumination = text(CommonSettings.ILLUMINATION);

  @Parameter(
      label = "Variation of training pictures",
      description =
          "How training pictures are varied: fundus (mirror, small rotation, brightness, tint),"
              + " cameras (also as other cameras might show them, for a model that is used with"
              + " several) or none. With none, left and right eyes are not told apart either.",
      choices = {"fundus", "cameras", "none"},
      attrs = {
        @Attr(name = Inputs.ADVANCED),
        @Attr(
            name = Inputs.WORDS,
            value = "mirror, rotation, light and tint|the same and other cameras|none")
      },
      persist = false)
  private String augmentation = text(CommonSettings.AUGMENTATION);

  @Parameter(
      label = "Batch size",
      description = "Pictures in one training step: 1 to 1024. Fewer need less memory.",
      min = "1",
      max = "1024",
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private int batch = CommonSettings.BATCH.initial();

  @Parameter(
      label = "Epochs (CAVGA)",
      description = "How often the pictures are gone through at most, from 1 on.",
      min = "1",
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private int epochs = CavgaSettings.EPOCHS.initial();

  @Parameter(
      label = "Learning rate (CAVGA)",
      description =
          "Of Adam, above 0 and at most 1. Lower where a loss becomes infinite, also when"
              + " resuming.",
      min = "0",
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private double learning_rate = CavgaSettings.LEARNING_RATE.initial();

  @Parameter(
      label = "Patience (CAVGA; epochs, 0 = no end)",
      description = "Epochs without improvement after which training ends; 0 for never.",
      min = "0",
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private int patience = CavgaSettings.PATIENCE.initial();

  @Parameter(
      label = "Time limit (minutes, 0 = none)",
      description = "After which training ends with the best model that it has.",
      min = "0",
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private double minutes = CommonSettings.MINUTES.initial();

  @Parameter(
      label = "Held-out share",
      description =
          "Share of the normal pictures, above 0 and below 1, that calibrates the model and is"
              + " not learned from.",
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private double held_out = CommonSettings.HELD_OUT.initial();

  @Parameter(
      label = "Healthy pixels below the map's threshold (share)",
      description = "Share of healthy pixels that lie below the map's threshold of 1.0.",
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private double map_quantile = CommonSettings.MAP_QUANTILE.initial();

  @Parameter(
      label = "Healthy pictures below the score's threshold (share)",
      description = "Share of healthy pictures that lie below the score's threshold.",
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private double score_quantile = CommonSettings.SCORE_QUANTILE.initial();

  @Parameter(
      label = "What the map is made of",
      description =
          "What the map is made of: detector (half Mahalanobis distance joined with a U-Net that"
              + " synthetic anomalies teach) or density (half Mahalanobis distance alone).",
      choices = {"detector", "density"},
      attrs = {
        @Attr(name = Inputs.ADVANCED),
        @Attr(
            name = Inputs.WORDS,
            value = "distance from healthy eyes and U-Net|distance from healthy eyes alone")
      },
      persist = false)
  private String default_map = text(LocalSettings.MAP);

  @Parameter(
      label = "U-Net's steps",
      description = "Training steps in which synthetic anomalies teach the U-Net.",
      min = "1",
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private int detector_steps = LocalSettings.STEPS.initial();

  @Parameter(
      label = "Synthetic anomalies",
      description = "Macros of earlier versions may give lesions here, which changes nothing.",
      visibility = ItemVisibility.INVISIBLE,
      attrs = @Attr(name = Inputs.ADVANCED),
      required = false,
      persist = false)
  private String painted;

  @Parameter(
      label = "Seed",
      description = "The same number gives the same model from the same pictures.",
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private long seed = CommonSettings.SEED.initial();

  @Parameter(
      label = "Encoder weights (optional)",
      description =
          "Public ResNet-18 weights (safetensors, PyTorch's names) that CAVGA-R's encoder begins"
              + " with.",
      style = FileWidget.OPEN_STYLE,
      required = false,
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private File encoder_weights;

  @Parameter(
      label = "Disc networks (optional)",
      description =
          "For the method disc: what train-disc has written; otherwise the networks that come with"
              + " the software outline discs.",
      style = FileWidget.OPEN_STYLE,
      required = false,
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private File disc_networks;

  /** Of the inputs that a macro or script has given. */
  private final Set<String> given = new HashSet<>();

  private static <T> String text(Setting<T> setting) {
    return setting.text(setting.initial());
  }

  /** Notes which of the settings a macro or script has given. */
  void noteGiven(Predicate<String> isGiven) {
    for (Setting<?> setting : asked()) if (isGiven.test(setting.key())) given.add(setting.key());
  }

  /** All settings that the dialog has. */
  static Set<Setting<?>> shown() {
    Set<Setting<?>> shown = Methods.discovered().settings().keySet();
    shown.removeIf(setting -> setting.page() == Page.NONE);
    return shown;
  }

  /**
   * A configuration with the values of the dialog or macro.
   *
   * @param method names, separated by commas
   * @param unused told the settings that were given or changed, but that no method of these has
   * @throws IllegalArgumentException with one sentence that names the setting and its range
   */
  TrainingConfig config(String method, boolean weak, List<String> unused) throws IOException {
    requireLesions();
    boolean network = default_map.equals(NETWORK);
    TrainingConfig config = TrainingConfig.of(network ? CavgaMethod.NAME : method);
    for (Setting<?> setting : asked())
      if (config.settings().has(setting))
        config = config.withText(setting, String.valueOf(value(setting)));
      else if (isGiven(setting) && !(network && setting == LocalSettings.MAP))
        unused.add(setting.key());
    config = config.with(CommonSettings.WEAK, weak);
    return begunWithWeights(withDiscNetworks(config)).checked();
  }

  /** Ranges, which are checked before anything of the second page is applied. */
  @Override
  void checkInput(String name, Object value) {
    for (Setting<?> setting : shown())
      if (setting.key().equals(name)) setting.parse(String.valueOf(value));
  }

  private <T> boolean isGiven(Setting<T> setting) {
    return given.contains(setting.key())
        || !setting.text(setting.initial()).equals(String.valueOf(value(setting)));
  }

  /**
   * What a training that goes on is given anew, on what it was set up with. What a macro gives that
   * may not change is taken too, so that the training says so.
   *
   * @param unused told the settings that a macro has given, but that none of its methods has
   * @throws IllegalArgumentException with one sentence that names the setting and its range
   */
  TrainingConfig config(TrainingConfig earlier, List<String> unused) {
    requireLesions();
    if (isChosen(encoder_weights) || isChosen(disc_networks))
      throw new IllegalArgumentException(
          "A resumed training has its weights and networks: leave encoder_weights and disc_networks"
              + " out.");
    TrainingConfig config = earlier;
    for (Setting<?> setting : asked())
      if (!config.settings().has(setting)) {
        if (given.contains(setting.key())) unused.add(setting.key());
      } else if (setting.isFree() || given.contains(setting.key()))
        config = config.withText(setting, String.valueOf(value(setting)));
    return config;
  }

  /** Whether one of the methods has an input, if it is one of a method's own. */
  static boolean isUsed(String name, Collection<String> methods) {
    if (name.equals("encoder_weights")) return methods.contains(CavgaMethod.NAME);
    if (name.equals("disc_networks")) return methods.contains(DiscMethod.NAME);
    for (Map.Entry<Setting<?>, List<String>> each : Methods.discovered().settings().entrySet())
      if (each.getKey().key().equals(name))
        return each.getValue().isEmpty() || !Collections.disjoint(each.getValue(), methods);
    return true;
  }

  /** Whether a training that goes on can be given an input anew. */
  static boolean isUsed(String name, TrainingConfig earlier) {
    if (name.equals("encoder_weights") || name.equals("disc_networks")) return false;
    for (Setting<?> setting : shown())
      if (setting.key().equals(name)) return setting.isFree() && earlier.settings().has(setting);
    return true;
  }

  private void requireLesions() {
    if (painted != null && !painted.equals("lesions"))
      throw new IllegalArgumentException(
          "painted is gone: leave it out, and for glaucoma give method=disc (or local,disc).");
  }

  /** As an earlier training had it, where nothing else is given. */
  void keepFree(TrainingConfig earlier, Predicate<String> given) {
    for (Setting<?> setting : asked())
      if (setting.isFree() && earlier.settings().has(setting) && !given.test(setting.key()))
        ClassUtils.setValue(field(setting), this, earlier.get(setting));
  }

  /** Those that this dialog asks for; a method from elsewhere keeps the defaults of its own. */
  private Set<Setting<?>> asked() {
    Set<Setting<?>> asked = shown();
    asked.removeIf(setting -> field(setting) == null);
    return asked;
  }

  private Object value(Setting<?> setting) {
    return ClassUtils.getValue(field(setting), this);
  }

  private Field field(Setting<?> setting) {
    for (Class<?> type = getClass(); type != null; type = type.getSuperclass())
      for (Field field : type.getDeclaredFields())
        if (field.getName().equals(setting.key())) return field;
    return null;
  }

  private TrainingConfig withDiscNetworks(TrainingConfig config) throws IOException {
    if (!isChosen(disc_networks)) return config;
    if (!config.methodNames().contains(DiscMethod.NAME))
      throw new IllegalArgumentException(
          "Disc networks are for the method disc: choose it, or leave them out.");
    return config.with(new DiscMethod(DiscOutliner.weights(disc_networks.toPath())));
  }

  /**
   * Puts the encoder's weights in, if any were chosen.
   *
   * @throws IOException with one sentence when the file does not fit
   */
  private TrainingConfig begunWithWeights(TrainingConfig config) throws IOException {
    if (!isChosen(encoder_weights)) return config;
    if (!config.settings().has(CavgaSettings.VARIANT)
        || config.get(CavgaSettings.VARIANT) != Variant.R)
      throw new IllegalArgumentException(
          "Encoder weights are for CAVGA-R: choose the method cavga and the variant r, or leave them"
              + " out.");
    return config.with(
        new CavgaMethod(
            EncoderWeightFile.read(
                encoder_weights.toPath(), CavgaSettings.network(config.settings()))));
  }
}
