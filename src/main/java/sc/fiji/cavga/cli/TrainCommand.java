package sc.fiji.cavga.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.model.EncoderWeightFile;
import sc.fiji.cavga.network.EncoderWeights;
import sc.fiji.cavga.network.LossWeights;
import sc.fiji.cavga.network.NetworkConfig.Variant;
import sc.fiji.cavga.train.Checkpoint;
import sc.fiji.cavga.train.Trainer;
import sc.fiji.cavga.train.TrainingCancelledException;
import sc.fiji.cavga.train.TrainingConfig;
import sc.fiji.cavga.train.TrainingConfigBuilder;
import sc.fiji.cavga.train.TrainingDefaults;
import sc.fiji.cavga.train.TrainingFiles;

/** Learns what healthy eyes look like. */
@Command(
    name = "train",
    sortOptions = false,
    description = {
      "Learns from healthy pictures and writes a calibrated model file.",
      "After each epoch, and now and then between, a checkpoint is written beside it; --resume"
          + " goes on from there."
    })
final class TrainCommand implements Callable<Integer> {

  /** The paper's names. */
  enum VariantLetter {
    D(Variant.DCGAN),
    R(Variant.RESNET18);

    private final Variant variant;

    VariantLetter(Variant variant) {
      this.variant = variant;
    }
  }

  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private TrainingData data;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "FILE",
      description = "The model file to write, such as healthy.cavga")
  private Path model;

  @Option(
      names = "--resume",
      paramLabel = "FILE",
      description =
          "Goes on from a checkpoint with its settings; epochs, patience, minutes, quantiles and"
              + " cache may be given anew")
  private Path resume;

  @Option(
      names = "--weak",
      description = "Uses the data set's anomalous training pictures too (weak supervision)")
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
  @Mixin private ThreadOption threads;

  @Override
  public Integer call() throws IOException {
    Checkpoint checkpoint = resume == null ? null : Checkpoint.read(resume);
    TrainingConfig config = config(checkpoint);
    Dataset dataset = data.open();
    threads.startBackend();
    PrintWriter err = spec.commandLine().getErr();
    EncoderWeights encoder = encoderWeights(config, err);
    try (TrainingProgressLine progress = new TrainingProgressLine(err)) {
      Trainer trainer = new Trainer(config).listener(progress);
      if (encoder != null) trainer.encoderWeights(encoder);
      if (resume == null) trainer.train(dataset, model);
      else trainer.resume(dataset, resume, model);
    } catch (TrainingCancelledException e) {
      throw new IOException(e.getMessage(), e);
    }
    TrainingFiles files = new TrainingFiles(model);
    PrintWriter out = spec.commandLine().getOut();
    out.println("The model of the best epoch is " + files.best() + ".");
    out.println("The model of the last epoch is " + files.last() + ".");
    return ExitCode.DONE;
  }

  private EncoderWeights encoderWeights(TrainingConfig config, PrintWriter err) throws IOException {
    if (encoderWeights == null) return null;
    if (resume != null)
      throw new ParameterException(
          spec.commandLine(), "A resumed training has its weights: leave --encoder-weights out.");
    try {
      EncoderWeights weights = EncoderWeightFile.read(encoderWeights, config.network());
      err.println(encoderWeights + ": " + weights.report());
      err.flush();
      return weights;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), encoderWeights + ": " + e.getMessage(), e);
    }
  }

  private TrainingConfig checked(TrainingConfig config) {
    if (encoderWeights != null && config.network().variant() != Variant.RESNET18)
      throw new IllegalArgumentException(
          "Encoder weights are for CAVGA-R: add --variant r, or leave them out.");
    return config;
  }

  private TrainingConfig config(Checkpoint checkpoint) {
    TrainingConfigBuilder builder =
        checkpoint == null ? TrainingConfig.builder() : checkpoint.config().toBuilder();
    if (variant != null) builder.variant(variant.variant);
    network.apply(builder);
    schedule.apply(builder);
    Given.value(data.namesAnomalous() ? Boolean.TRUE : weak, builder::weaklySupervised);
    try {
      losses.apply(builder, checkpoint == null ? LossWeights.PAPER : checkpoint.config().losses());
      return checked(builder.build());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
