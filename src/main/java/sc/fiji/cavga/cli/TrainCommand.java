package sc.fiji.cavga.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.cli.option.GroupOption;
import sc.fiji.cavga.cli.option.OverwriteOption;
import sc.fiji.cavga.cli.option.ThreadOption;
import sc.fiji.cavga.cli.option.TrainingData;
import sc.fiji.cavga.cli.option.TrainingOptions;
import sc.fiji.cavga.cli.progress.InterruptionNote;
import sc.fiji.cavga.cli.progress.TrainingProgressLine;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.model.training.TrainingFiles;
import sc.fiji.cavga.train.Checkpoint;
import sc.fiji.cavga.train.Trainer;
import sc.fiji.cavga.train.TrainingCancelledException;
import sc.fiji.cavga.train.TrainingConfig;

/** Learns what healthy eyes look like. */
@Command(
    name = "train",
    sortOptions = false,
    description = {
      "Learns from healthy pictures and writes a calibrated model file.",
      "Now and then a checkpoint is written beside it; --resume goes on from there."
    })
final class TrainCommand implements Callable<Integer> {

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
          "Goes on from a checkpoint with its settings; epochs, learning rate, patience, minutes,"
              + " quantiles, score share and cache may be given anew")
  private Path resume;

  @Mixin private GroupOption group;
  @Mixin private OverwriteOption overwrite;

  @Mixin private TrainingOptions training;
  @Mixin private ThreadOption threads;

  @Override
  public Integer call() throws IOException {
    Checkpoint checkpoint = resume == null ? null : Checkpoint.read(resume);
    TrainingConfig config = config(checkpoint);
    Dataset dataset = group.of(data.open());
    PrintWriter err = spec.commandLine().getErr();
    dataset.notes().forEach(err::println);
    threads.startBackend();
    run(config, dataset, resume, model, overwrite.isGiven(), err);
    TrainingFiles files = new TrainingFiles(model);
    PrintWriter out = spec.commandLine().getOut();
    out.println("The model is " + files.best() + ".");
    if (isNewer(files.last(), files.best()))
      out.println("The model of the last epoch is " + files.last() + ".");
    return ExitCode.DONE;
  }

  private TrainingConfig config(Checkpoint checkpoint) throws IOException {
    return checkpoint == null
        ? training.config(data.subject(), data.namesAnomalous())
        : training.config(checkpoint.config());
  }

  /**
   * With progress lines.
   *
   * @param checkpoint to go on from; null for a new training
   * @param overwrite whether what an earlier training has written is replaced
   */
  static TrainedModel run(
      TrainingConfig config,
      Dataset dataset,
      Path checkpoint,
      Path model,
      boolean overwrite,
      PrintWriter err)
      throws IOException {
    try (TrainingProgressLine progress = new TrainingProgressLine(err);
        InterruptionNote note = new InterruptionNote(err, checkpoint)) {
      Trainer trainer = new Trainer(config).listener(progress).listener(note).overwrite(overwrite);
      return checkpoint == null
          ? trainer.train(dataset, model)
          : trainer.resume(dataset, checkpoint, model);
    } catch (TrainingCancelledException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** The last epoch's model is written behind the best one, where a method keeps both. */
  private static boolean isNewer(Path last, Path best) throws IOException {
    return Files.exists(last)
        && Files.getLastModifiedTime(last).compareTo(Files.getLastModifiedTime(best)) >= 0;
  }
}
