package sc.fiji.cavga.cli.option;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sc.fiji.cavga.model.EncoderWeightFile;
import sc.fiji.cavga.network.EncoderWeights;
import sc.fiji.cavga.network.NetworkConfig.Variant;
import sc.fiji.cavga.train.TrainingConfig;
import sc.fiji.cavga.train.TrainingConfigBuilder;
import sc.fiji.cavga.train.TrainingDefaults;

/** All that decides what a training gives; options that are not given change nothing. */
public final class TrainingOptions {

  /** The paper's names. */
  enum VariantLetter {
    D(Variant.DCGAN),
    R(Variant.RESNET18);

    private final Variant variant;

    VariantLetter(Variant variant) {
      this.variant = variant;
    }
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--weak",
      negatable = true,
      description = {
        "Uses the data set's anomalous training pictures too (weak supervision); --no-weak learns"
            + " from normal ones alone whatever there is, for comparison"
      })
  private Boolean weak;

  @Option(
      names = "--variant",
      paramLabel = "d|r",
      description =
          "The paper's CAVGA-D (DCGAN's layers) or CAVGA-R (a ResNet-18, width "
              + TrainingDefaults.RESNET_WIDTH
              + " unless said); default: d")
  private VariantLetter variant;

  @Option(
      names = "--encoder-weights",
      paramLabel = "FILE",
      description =
          "Public ResNet-18 weights (safetensors, PyTorch's names) that CAVGA-R's encoder begins"
              + " with")
  private Path encoderWeights;

  @Mixin private NetworkOptions network;
  @Mixin private ScheduleOptions schedule;
  @Mixin private LossOptions losses;

  /**
   * @param base what stays where nothing is given
   * @param namesAnomalous whether the data say that supervision is weak
   * @throws ParameterException with one sentence that names the value and its range
   */
  public TrainingConfig config(TrainingConfigBuilder base, boolean namesAnomalous) {
    try {
      TrainingConfigBuilder builder = base;
      if (variant != null) builder.variant(variant.variant);
      network.apply(builder);
      schedule.apply(builder);
      Given.value(weak == null && namesAnomalous ? Boolean.TRUE : weak, builder::weaklySupervised);
      losses.apply(builder);
      TrainingConfig config = builder.build();
      if (encoderWeights != null && config.network().variant() != Variant.RESNET18)
        throw new IllegalArgumentException(
            "Encoder weights are for CAVGA-R: add --variant r, or leave them out.");
      return config;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** Whether a seed was given. */
  public boolean seeded() {
    return schedule.seeded();
  }

  /**
   * Reads the encoder's weights, and says which were used.
   *
   * @return null where none were given
   * @throws ParameterException with one sentence when they do not fit
   */
  public EncoderWeights encoderWeights(TrainingConfig config, boolean resumed) throws IOException {
    if (encoderWeights == null) return null;
    if (resumed)
      throw new ParameterException(
          spec.commandLine(), "A resumed training has its weights: leave --encoder-weights out.");
    try {
      EncoderWeights weights = EncoderWeightFile.read(encoderWeights, config.network());
      PrintWriter err = spec.commandLine().getErr();
      err.println(encoderWeights + ": " + weights.report());
      err.flush();
      return weights;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), encoderWeights + ": " + e.getMessage(), e);
    }
  }
}
