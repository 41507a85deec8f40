package sc.fiji.cavga.cli.option;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sc.fiji.cavga.dataset.Subject;
import sc.fiji.cavga.method.cavga.CavgaMethod;
import sc.fiji.cavga.method.cavga.EncoderWeightFile;
import sc.fiji.cavga.method.cavga.network.EncoderWeights;
import sc.fiji.cavga.method.cavga.network.NetworkConfig.Variant;
import sc.fiji.cavga.method.cavga.training.CavgaSettings;
import sc.fiji.cavga.method.disc.DiscMethod;
import sc.fiji.cavga.method.disc.outline.DiscOutliner;
import sc.fiji.cavga.method.local.LocalSettings;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.settings.Setting;
import sc.fiji.cavga.train.TrainingConfig;
import sc.fiji.cavga.train.TrainingPresets;

/** All that decides what a training gives; options that are not given change nothing. */
public final class TrainingOptions {

  /** What {@code --default-map} was given for what is a method now. */
  private static final String NETWORK = "network";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--method",
      paramLabel = "NAMES",
      description =
          "local (finds lesions), disc (measures optic disc, cup and rim: glaucoma), cavga (the"
              + " paper's network) or several, separated by commas: the first one's score and"
              + " decision are a picture's; default: local, and cavga for layouts of small pictures"
              + " of single things")
  private String method;

  @Option(
      names = "--weak",
      negatable = true,
      description = {
        "Uses the data set's anomalous training pictures too (weak supervision); --no-weak learns"
            + " from normal ones alone whatever there is, for comparison"
      })
  private Boolean weak;

  @Option(
      names = "--encoder-weights",
      paramLabel = "FILE",
      description =
          "(cavga) Public ResNet-18 weights (safetensors, PyTorch's names) that CAVGA-R's encoder"
              + " begins with")
  private Path encoderWeights;

  @Option(
      names = "--disc-networks",
      paramLabel = "FILE",
      description =
          "(disc) What train-disc has written, to outline discs with; default: the networks that"
              + " come with the software")
  private Path discNetworks;

  /** Of earlier versions, whose only other value has become a method. */
  @Option(names = "--painted", hidden = true, paramLabel = "SIGNS")
  private String painted;

  private final SettingOptions settings = new SettingOptions();

  /** Adds an option for each setting to every command below that trains. */
  public static void addTo(CommandLine line) {
    for (CommandLine command : line.getSubcommands().values())
      for (CommandSpec mixin : command.getCommandSpec().mixins().values())
        if (mixin.userObject() instanceof TrainingOptions)
          ((TrainingOptions) mixin.userObject()).settings.addTo(command.getCommandSpec());
  }

  /** The options that are made of settings; none in a command that does not train. */
  public static Set<String> settingsOf(CommandSpec command) {
    boolean trains =
        command.mixins().values().stream()
            .anyMatch(mixin -> mixin.userObject() instanceof TrainingOptions);
    if (!trains) return Set.of();
    return SettingOptions.all().keySet().stream().map(Setting::option).collect(Collectors.toSet());
  }

  /**
   * For a new training.
   *
   * @param namesAnomalous whether the data say that supervision is weak
   * @throws ParameterException with one sentence that names the value and its range
   */
  public TrainingConfig config(Subject subject, boolean namesAnomalous) throws IOException {
    try {
      requireLesions();
      return with(TrainingPresets.of(subject, TrainingConfig.of(methods(subject))), namesAnomalous);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** For a training that goes on; errors as of the other method. */
  public TrainingConfig config(TrainingConfig earlier) {
    try {
      requireLesions();
      if (discNetworks != null)
        throw new IllegalArgumentException(
            "A resumed training has its networks: leave --disc-networks out.");
      if (encoderWeights != null)
        throw new IllegalArgumentException(
            "A resumed training has its weights: leave --encoder-weights out.");
      TrainingConfig base =
          method == null ? earlier : TrainingConfig.of(method).with(earlier.settings());
      List<String> unused = new ArrayList<>();
      TrainingConfig config = settings.apply(base, unused);
      say(config, unused);
      return weak == null ? config : config.with(CommonSettings.WEAK, weak);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private void requireLesions() {
    if (painted != null && !painted.equalsIgnoreCase("lesions"))
      throw new IllegalArgumentException(
          "--painted is gone: leave it out, and for glaucoma give --method disc (or local,disc).");
  }

  private String methods(Subject subject) {
    boolean network = NETWORK.equalsIgnoreCase(settings.text(LocalSettings.MAP));
    if (!network) return method == null ? TrainingPresets.method(subject) : method;
    if (method != null && !method.equals(CavgaMethod.NAME))
      throw new IllegalArgumentException(
          "--default-map network is the method cavga now: give --method cavga and leave it out.");
    settings.forget(LocalSettings.MAP);
    return CavgaMethod.NAME;
  }

  private TrainingConfig with(TrainingConfig base, boolean namesAnomalous) throws IOException {
    List<String> unused = new ArrayList<>();
    TrainingConfig config = settings.apply(base, unused);
    say(config, unused);
    boolean weakly = weak == null ? namesAnomalous : weak;
    return begunWithWeights(withDiscNetworks(config.with(CommonSettings.WEAK, weakly).checked()));
  }

  /** Nothing is passed over silently. */
  private void say(TrainingConfig config, List<String> unused) {
    if (unused.isEmpty()) return;
    PrintWriter err = spec.commandLine().getErr();
    err.println(
        String.join(", ", unused)
            + (unused.size() == 1 ? " has" : " have")
            + " no effect on the method "
            + String.join(",", config.methodNames())
            + ".");
    err.flush();
  }

  /** Whether a seed was given. */
  public boolean seeded() {
    return settings.has(CommonSettings.SEED);
  }

  private TrainingConfig withDiscNetworks(TrainingConfig config) throws IOException {
    if (discNetworks == null) return config;
    if (!config.methodNames().contains(DiscMethod.NAME))
      throw new IllegalArgumentException(
          "Networks for the optic disc are for the method disc: add --method disc, or leave"
              + " --disc-networks out.");
    return config.with(new DiscMethod(DiscOutliner.weights(discNetworks)));
  }

  /** Reads the encoder's weights, where some were given, and says which were used. */
  private TrainingConfig begunWithWeights(TrainingConfig config) throws IOException {
    if (encoderWeights == null) return config;
    if (!config.settings().has(CavgaSettings.VARIANT)
        || config.get(CavgaSettings.VARIANT) != Variant.R)
      throw new IllegalArgumentException(
          "Encoder weights are for CAVGA-R: add --method cavga --variant r, or leave them out.");
    EncoderWeights weights;
    try {
      weights = EncoderWeightFile.read(encoderWeights, CavgaSettings.network(config.settings()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(encoderWeights + ": " + e.getMessage(), e);
    }
    PrintWriter err = spec.commandLine().getErr();
    err.println(encoderWeights + ": " + weights.report());
    err.flush();
    return config.with(new CavgaMethod(weights));
  }
}
