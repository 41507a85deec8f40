package sc.fiji.cavga.command.recalibration;

import ij.IJ;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.log.LogService;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;
import org.scijava.widget.FileWidget;
import sc.fiji.cavga.command.ModelCommand;
import sc.fiji.cavga.command.input.FolderCheck;
import sc.fiji.cavga.command.input.Inputs;
import sc.fiji.cavga.command.task.CancellableTask;
import sc.fiji.cavga.command.task.TrainingTask;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.TrainingFolders;
import sc.fiji.cavga.dataset.patients.Patients;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.read.PictureReader;
import sc.fiji.cavga.settings.DecimalNumber;
import sc.fiji.cavga.train.Recalibrator;
import sc.fiji.cavga.train.ThresholdChange;
import sc.fiji.cavga.ui.Desktop;

/** Fits a model to the healthy eyes of another camera, or moves its thresholds. */
@Plugin(
    type = Command.class,
    menuPath = "Plugins>CAVGA>Recalibrate CAVGA Model...",
    description =
        "Fits a model to your own healthy eyes in a minute, such as those of another camera. 20 "
            + "are enough to begin. Without pictures only its thresholds change.",
    headless = true)
public final class RecalibrateCommand extends ModelCommand {

  @Parameter private LogService log;

  @Parameter(
      label = "Normal pictures",
      description =
          "Folder of photographs of healthy eyes that the model is fitted to, its subfolders"
              + " included; empty to change thresholds alone.",
      style = FileWidget.DIRECTORY_STYLE,
      callback = "lookAtNormal",
      required = false,
      persist = false)
  private File normal;

  @Parameter(visibility = ItemVisibility.MESSAGE, required = false, persist = false)
  private String normal_found = "Choose the folder of healthy eyes to fit the model to.";

  @Parameter(
      label = "Recalibrated model file",
      description = "Where the recalibrated model is written, NAME.cavga.",
      style = FileWidget.SAVE_STYLE,
      required = false,
      persist = false)
  private File output;

  @Parameter(
      label = "U-Net's further steps",
      description =
          "Steps in which the U-Net of the method local is taught further with synthetic anomalies in"
              + " these eyes: 0 for none, 300 find a little more.",
      min = "0",
      max = "3000",
      attrs = @Attr(name = Inputs.ADVANCED),
      persist = false)
  private int steps = Recalibrator.STEPS;

  @Parameter(
      label = "Healthy pixels below the map's threshold (share, empty = as before)",
      description =
          "Share of healthy pixels that lie below the map's threshold of 1.0; empty keeps the"
              + " model's.",
      attrs = @Attr(name = Inputs.ADVANCED),
      required = false,
      persist = false)
  private String map_quantile = "";

  @Parameter(
      label = "Healthy pictures below the score's threshold (share, empty = as before)",
      description =
          "Share of healthy pictures that lie below the score's threshold; empty keeps the model's.",
      attrs = @Attr(name = Inputs.ADVANCED),
      required = false,
      persist = false)
  private String score_quantile = "";

  @Parameter(
      label = "Map's threshold (empty = as before)",
      description =
          "Without pictures: the value of the model's maps that becomes 1.0, such as 1.2 to mark"
              + " less; of the first method.",
      attrs = @Attr(name = Inputs.ADVANCED),
      required = false,
      persist = false)
  private String map_threshold = "";

  @Parameter(
      label = "Score's threshold (empty = as before)",
      description =
          "Without pictures: the score above which a picture is anomalous; of the first method.",
      attrs = @Attr(name = Inputs.ADVANCED),
      required = false,
      persist = false)
  private String score_threshold = "";

  @Parameter(
      label = "Patients (optional)",
      description =
          "Lets a patient's pictures not judge each other: a regular expression for file names whose"
              + " first group is the patient, or a table NAME.csv with the columns file and patient.",
      attrs = @Attr(name = Inputs.ADVANCED),
      required = false,
      persist = false)
  private String group = "";

  @Parameter(
      label = "Replace an earlier model",
      description = "Replaces a model of that name, also the model itself.",
      persist = false)
  private boolean overwrite;

  @Parameter(label = "Advanced...", callback = "askAdvanced", required = false, persist = false)
  private Button advanced;

  @Parameter(label = "Help", callback = "showHelp", required = false, persist = false)
  private Button help;

  @Parameter(
      label = "Recalibrate CAVGA Model",
      description = "The recalibrated model's thresholds, a line for each method.",
      type = ItemIO.OUTPUT)
  private String summary;

  /** Called by SciJava when the folder has changed. */
  void lookAtNormal() {
    if (isChosen(normal))
      normal_found = FolderCheck.of(normal).text(FolderCheck.TINY, Recalibrator.ENOUGH);
  }

  @Override
  protected void execute() throws IOException {
    ThresholdChange change =
        new ThresholdChange(
            number("map_quantile", map_quantile),
            number("score_quantile", score_quantile),
            number("map_threshold", map_threshold),
            number("score_threshold", score_threshold));
    Recalibrator.requireSense(isChosen(normal), change);
    TrainedModel earlier = readModel();
    Path target = chosen(output, "a file for the recalibrated model");
    Dataset eyes = isChosen(normal) ? eyes() : null;
    try (CancellableTask task = begin("Recalibrating a CAVGA model")) {
      TrainingTask listener = new TrainingTask(task, log);
      Recalibrator recalibrator =
          new Recalibrator(earlier)
              .control(listener.control())
              .listener(listener)
              .overwrite(overwrite)
              .steps(steps);
      summary =
          Recalibrator.sentence(
              eyes == null
                  ? recalibrator.change(change, target)
                  : recalibrator.fit(eyes, change, target));
    } catch (InterruptedException e) {
      throw new CancellationException("Recalibrating was cancelled; nothing was written.");
    }
  }

  /** Null where nothing was typed. */
  private static Double number(String key, String text) {
    if (text == null || text.isBlank()) return null;
    try {
      return DecimalNumber.parse(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          key + " must be a number, such as 0.99, not " + text.trim() + ".", e);
    }
  }

  private Dataset eyes() throws IOException {
    Dataset opened = TrainingFolders.open(normal.toPath(), null, PictureReader.of(context()));
    Dataset dataset =
        group == null || group.isBlank() ? opened : Patients.of(group.trim()).of(opened);
    // Nobody reads a log of SciJava's in plain ImageJ.
    dataset.notes().forEach(Desktop.hasWindows() ? IJ::log : log::warn);
    return dataset;
  }
}
