package sc.fiji.cavga.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.cli.option.OutlineData;
import sc.fiji.cavga.cli.option.OverwriteOption;
import sc.fiji.cavga.cli.option.ThreadOption;
import sc.fiji.cavga.cli.progress.TrainingProgressLine;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.io.ReplaceableFile;
import sc.fiji.cavga.io.WritableFolder;
import sc.fiji.cavga.method.disc.teaching.DiscSample;
import sc.fiji.cavga.method.disc.teaching.DiscTeaching;
import sc.fiji.cavga.method.disc.teaching.TeachingSettings;

/** Teaches the networks that outline optic disc and cup. */
@Command(
    name = "train-disc",
    sortOptions = false,
    description = {
      "Teaches the two networks that find the optic disc and outline it and its cup, and writes"
          + " their weights. The software comes with such weights; teach others where you have"
          + " outlines, or other cameras.",
      "Some discs must be outlined. Where no cup is, cups are painted into the discs."
    })
final class TrainDiscCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private OutlineData data;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description = "The weights to write, such as optic-disc.safetensors")
  private Path output;

  @Option(
      names = "--finder-steps",
      paramLabel = "N",
      defaultValue = "" + TeachingSettings.FINDER_STEPS,
      description = "Training steps of the network that finds the disc; default: ${DEFAULT-VALUE}")
  private int finderSteps;

  @Option(
      names = "--outliner-steps",
      paramLabel = "N",
      defaultValue = "" + TeachingSettings.OUTLINER_STEPS,
      description =
          "Training steps of the network that outlines disc and cup; default: ${DEFAULT-VALUE}")
  private int outlinerSteps;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "" + TeachingSettings.SEED,
      description =
          "The same number gives the same weights from the same pictures; default:"
              + " ${DEFAULT-VALUE}")
  private long seed;

  @Mixin private OverwriteOption overwrite;

  @Mixin private ThreadOption threads;

  @Override
  public Integer call() throws IOException {
    TeachingSettings settings = settings();
    ReplaceableFile.require(output, ".safetensors", overwrite.isGiven());
    WritableFolder.require(output.toAbsolutePath().getParent());
    List<DiscSample> samples = data.open();
    threads.startBackend();
    PrintWriter err = spec.commandLine().getErr();
    try (TrainingProgressLine progress = new TrainingProgressLine(err)) {
      new DiscTeaching(settings, samples, new TrainingControl(), progress).run(output);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Teaching was cancelled; nothing was written.", e);
    }
    spec.commandLine().getOut().println("The weights are in " + output + ".");
    return ExitCode.DONE;
  }

  private TeachingSettings settings() {
    try {
      return new TeachingSettings(seed, finderSteps, outlinerSteps);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
