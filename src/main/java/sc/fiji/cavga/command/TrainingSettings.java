package sc.fiji.cavga.command;

import java.io.File;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.widget.FileWidget;
import sc.fiji.cavga.command.input.Inputs;
import sc.fiji.cavga.feed.Augmentation;
import sc.fiji.cavga.model.DefaultMapSource;
import sc.fiji.cavga.model.EncoderWeightFile;
import sc.fiji.cavga.network.EncoderWeights;
import sc.fiji.cavga.network.NetworkConfig;
import sc.fiji.cavga.network.NetworkConfig.Variant;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;
import sc.fiji.cavga.preprocess.Preprocessing.Illumination;
import sc.fiji.cavga.synthetic.AnomalySigns;
import sc.fiji.cavga.train.TrainingConfig;
import sc.fiji.cavga.train.TrainingConfigBuilder;

/** A training's settings that most people keep: the dialog's second page. */
abstract class TrainingSettings extends CavgaCommand {

  /** The one place that defaults come from, as for the command line and the API. */
  static final TrainingConfig DEFAULTS = TrainingConfig.builder().build();

  private static final String FUNDUS = "fundus";
  private static final String NONE = "none";

  @Parameter(
      label = "Variant",
      description = "The paper's CAVGA-D (d, DCGAN's layers) or CAVGA-R (r, a ResNet-18).",
      choices = {"d", "r"},
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private String variant = "d";

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
      label = "Width (feature maps, 0 = variant's)",
      description =
          "Feature maps after the first convolution: 2 to 256, or 0 for the variant's own, which is"
              + " 32 for CAVGA-D and 64 for CAVGA-R. More can learn more and take longer.",
      min = "0",
      max = "256",
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private int width;

  @Parameter(
      label = "Channels (3 colour, 1 grey)",
      description = "3 for colour, 1 for grey pictures such as red-free photographs.",
      min = "1",
      max = "3",
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private int channels = DEFAULTS.network().channels();

  @Parameter(
      label = "Field of view",
      description =
          "What counts: retina looks for its disc inside black borders; whole_picture is for"
              + " pictures of something else.",
      choices = {"retina", "whole_picture"},
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private String field_of_view = name(DEFAULTS.preprocessing().fieldOfView());

  @Parameter(
      label = "Illumination",
      description = "flatten divides each picture by its own wide mean, against uneven light.",
      choices = {"none", "flatten"},
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private String illumination = name(DEFAULTS.preprocessing().illumination());

  @Parameter(
      label = "Augmentation",
      description =
          "How training pictures are varied: fundus (mirror, small rotation, brightness, tint) or"
              + " none.",
      choices = {FUNDUS, NONE},
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private String augmentation = DEFAULTS.augmentation().equals(Augmentation.NONE) ? NONE : FUNDUS;

  @Parameter(
      label = "Batch size",
      description = "Pictures in one training step: 1 to 1024. Fewer need less memory.",
      min = "1",
      max = "1024",
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private int batch = DEFAULTS.schedule().batchSize();

  @Parameter(
      label = "Learning rate",
      description =
          "Of Adam, above 0 and at most 1. Lower where a loss becomes infinite, also when resuming.",
      min = "0",
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private double learning_rate = DEFAULTS.schedule().learningRate();

  @Parameter(
      label = "Patience (epochs, 0 = no end)",
      description = "Epochs without improvement after which training ends; 0 for never.",
      min = "0",
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private int patience = DEFAULTS.schedule().patience();

  @Parameter(
      label = "Time limit (minutes, 0 = none)",
      description = "After which training ends with the best model that it has.",
      min = "0",
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private double minutes = DEFAULTS.schedule().minutes();

  @Parameter(
      label = "Held-out share",
      description =
          "Share of the normal pictures, above 0 and below 1, that calibrates the model and is not"
              + " learnt from.",
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private double held_out = DEFAULTS.heldOutShare();

  @Parameter(
      label = "Map quantile",
      description = "Share of healthy pixels that lie below the map's threshold of 1.0.",
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private double map_quantile = DEFAULTS.mapQuantile();

  @Parameter(
      label = "Score quantile",
      description = "Share of healthy pictures that lie below the score's threshold.",
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private double score_quantile = DEFAULTS.scoreQuantile();

  @Parameter(
      label = "Default map",
      description =
          "What the default map is made of: detector (how unusual a place is, and a network that"
              + " painted anomalies teach), density (the first alone) or network (CAVGA's own"
              + " difference, for pictures of single things).",
      choices = {"detector", "density", "network"},
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private String default_map = name(DEFAULTS.defaultMap());

  @Parameter(
      label = "Detector's steps",
      description = "Training steps in which painted anomalies teach the default map's detector.",
      min = "1",
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private int detector_steps = DEFAULTS.detectorSteps();

  @Parameter(
      label = "Painted anomalies",
      description =
          "What the painted anomalies are like: lesions, or glaucoma, which has signs of glaucoma"
              + " among them and finds small lesions a little less well.",
      choices = {"lesions", "glaucoma"},
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private String painted = name(DEFAULTS.painted());

  @Parameter(
      label = "Seed",
      description = "The same number gives the same model from the same pictures.",
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private long seed = DEFAULTS.seed();

  /** As the choices and the command line spell it. */
  static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** As an earlier training had it, where nothing else is given. */
  void keepSchedule(TrainingConfig earlier, Predicate<String> given) {
    if (!given.test("learning_rate")) learning_rate = earlier.schedule().learningRate();
    if (!given.test("patience")) patience = earlier.schedule().patience();
    if (!given.test("minutes")) minutes = earlier.schedule().minutes();
    if (!given.test("map_quantile")) map_quantile = earlier.mapQuantile();
    if (!given.test("score_quantile")) score_quantile = earlier.scoreQuantile();
  }

  /** What a resumed training may be given anew. */
  TrainingConfigBuilder setSchedule(TrainingConfigBuilder builder) {
    return builder
        .learningRate(learning_rate)
        .patience(patience)
        .minutes(minutes)
        .mapQuantile(map_quantile)
        .scoreQuantile(score_quantile);
  }

  /** All settings of the second page. */
  TrainingConfigBuilder setAll(TrainingConfigBuilder builder) {
    return setSchedule(builder)
        .variant(chosenVariant())
        .width(width)
        .channels(channels)
        .fieldOfView(chosen(FieldOfViewMode.class, "field of view", field_of_view))
        .illumination(chosen(Illumination.class, "illumination", illumination))
        .augmentation(chosenAugmentation())
        .batchSize(batch)
        .heldOutShare(held_out)
        .defaultMap(chosen(DefaultMapSource.class, "default map", default_map))
        .detectorSteps(detector_steps)
        .painted(chosen(AnomalySigns.class, "painted anomalies", painted))
        .seed(seed);
  }

  private Variant chosenVariant() {
    if (variant.equals("d")) return Variant.DCGAN;
    if (variant.equals("r")) return Variant.RESNET18;
    throw new IllegalArgumentException(
        "The variant must be \"d\" or \"r\", not \"" + variant + "\".");
  }

  /**
   * What the encoder begins with, if anything was chosen.
   *
   * @throws IOException with one sentence when the file does not fit
   */
  Optional<EncoderWeights> encoderWeights(NetworkConfig network) throws IOException {
    if (!isChosen(encoder_weights)) return Optional.empty();
    if (network.variant() != Variant.RESNET18)
      throw new IllegalArgumentException(
          "Encoder weights are for CAVGA-R: choose the variant r, or leave them out.");
    return Optional.of(EncoderWeightFile.read(encoder_weights.toPath(), network));
  }

  private Augmentation chosenAugmentation() {
    if (augmentation.equals(FUNDUS)) return Augmentation.FUNDUS;
    if (augmentation.equals(NONE)) return Augmentation.NONE;
    throw new IllegalArgumentException(
        "The augmentation must be \"fundus\" or \"none\", not \"" + augmentation + "\".");
  }

  private static <E extends Enum<E>> E chosen(Class<E> type, String what, String text) {
    StringBuilder all = new StringBuilder();
    for (E value : type.getEnumConstants()) {
      if (name(value).equals(text)) return value;
      all.append(all.length() == 0 ? "\"" : " or \"").append(name(value)).append('"');
    }
    throw new IllegalArgumentException(
        "The " + what + " must be " + all + ", not \"" + text + "\".");
  }
}
