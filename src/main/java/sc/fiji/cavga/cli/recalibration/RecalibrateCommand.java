package sc.fiji.cavga.cli.recalibration;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sc.fiji.cavga.cli.error.ExitCode;
import sc.fiji.cavga.cli.option.GroupOption;
import sc.fiji.cavga.cli.option.OverwriteOption;
import sc.fiji.cavga.cli.option.ThreadOption;
import sc.fiji.cavga.cli.progress.TrainingProgressLine;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.TrainingFolders;
import sc.fiji.cavga.model.ShippedModels;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.read.PictureReader;
import sc.fiji.cavga.train.Recalibrator;
import sc.fiji.cavga.train.ThresholdChange;

/** Fits a model to the healthy eyes of another camera, or moves its thresholds. */
@Command(
    name = "recalibrate",
    sortOptions = false,
    description = {
      "Fits a model to your own healthy eyes in a minute, such as those of another camera, and writes"
          + " it as another model. 20 eyes are enough to begin.",
      "Without --normal only the thresholds change: quantiles by what the model knows of the"
          + " healthy eyes that were held out, or the thresholds themselves."
    })
public final class RecalibrateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "FILE",
      description = "The model to recalibrate; it stays as it is")
  private Path model;

  @Option(
      names = "--normal",
      paramLabel = "DIR",
      description = "Pictures of healthy eyes that the model is fitted to")
  private Path normal;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description = "The model file to write, such as healthy-here.cavga")
  private Path output;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description =
          "(local) Steps in which the U-Net is taught further with synthetic anomalies in these"
              + " eyes: 0 for none, 300 find a little more; default: "
              + Recalibrator.STEPS)
  private Integer steps;

  @Option(
      names = "--map-quantile",
      paramLabel = "X",
      description =
          "Share of healthy pixels that lie below the map's threshold of 1.0; default: as before")
  private Double mapQuantile;

  @Option(
      names = "--score-quantile",
      paramLabel = "X",
      description =
          "Share of healthy pictures that lie below the score's threshold; default: as before")
  private Double scoreQuantile;

  @Option(
      names = "--map-threshold",
      paramLabel = "X",
      description =
          "Without --normal: the value of the model's maps that becomes 1.0, such as 1.2 to mark"
              + " less; of the first method")
  private Double mapThreshold;

  @Option(
      names = "--score-threshold",
      paramLabel = "X",
      description =
          "Without --normal: the score above which a picture is anomalous; of the first method")
  private Double scoreThreshold;

  @Mixin private GroupOption group;
  @Mixin private OverwriteOption overwrite;
  @Mixin private ThreadOption threads;

  @Override
  public Integer call() throws IOException {
    ThresholdChange change = change();
    Dataset eyes = normal == null ? null : eyes();
    Recalibrator recalibrator =
        new Recalibrator(ShippedModels.read(model)).overwrite(overwrite.isGiven());
    if (steps != null) recalibrator.steps(steps);
    threads.startBackend();
    PrintWriter err = spec.commandLine().getErr();
    try (TrainingProgressLine progress = new TrainingProgressLine(err)) {
      recalibrator.listener(progress);
      TrainedModel written =
          eyes == null
              ? recalibrator.change(change, output)
              : recalibrator.fit(eyes, change, output);
      progress.close();
      PrintWriter out = spec.commandLine().getOut();
      out.println(Recalibrator.sentence(written));
      out.println("The model is " + output.toAbsolutePath() + ".");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Recalibrating was cancelled; nothing was written.", e);
    }
    return ExitCode.DONE;
  }

  private ThresholdChange change() {
    try {
      ThresholdChange change =
          new ThresholdChange(mapQuantile, scoreQuantile, mapThreshold, scoreThreshold);
      Recalibrator.requireSteps(steps == null ? 0 : steps);
      if (normal == null && steps != null)
        throw new IllegalArgumentException(
            "The U-Net can be taught with healthy eyes alone: give --normal, or leave --steps out.");
      Recalibrator.requireSense(normal != null, change);
      return change;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private Dataset eyes() throws IOException {
    Dataset dataset = group.of(TrainingFolders.open(normal, null, PictureReader.standard()));
    dataset.notes().forEach(spec.commandLine().getErr()::println);
    return dataset;
  }
}
