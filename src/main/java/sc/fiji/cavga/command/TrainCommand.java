package sc.fiji.cavga.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.scijava.command.Command;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.PictureFolder;
import sc.fiji.cavga.image.PictureReader;
import sc.fiji.cavga.train.Trainer;
import sc.fiji.cavga.train.TrainingCancelledException;
import sc.fiji.cavga.train.TrainingConfig;
import sc.fiji.cavga.train.TrainingDefaults;
import sc.fiji.cavga.train.TrainingSchedule;

/** Learns from a folder of healthy eyes and writes a model file. */
@Plugin(type = Command.class, menuPath = "Plugins>CAVGA>Train CAVGA...", headless = true)
public final class TrainCommand extends CavgaCommand {

  @Parameter private LogService log;

  @Parameter(
      label = "Normal pictures",
      description = "Folder of photographs of healthy eyes, its subfolders included.",
      style = FileWidget.DIRECTORY_STYLE,
      persist = false)
  private File normal;

  @Parameter(
      label = "Anomalous pictures (optional)",
      description =
          "Folder of photographs with anomalies, for weak supervision; empty to learn from normal"
              + " pictures alone.",
      style = FileWidget.DIRECTORY_STYLE,
      required = false,
      persist = false)
  private File anomalous;

  @Parameter(
      label = "Model file",
      description = "Where the model is written, NAME.cavga; the last epoch's is put beside it.",
      style = FileWidget.SAVE_STYLE,
      persist = false)
  private File model;

  @Parameter(
      label = "Epochs",
      description = "How often the pictures are gone through at most, from 1 on.",
      min = "1",
      persist = false)
  private int epochs = TrainingDefaults.EPOCHS;

  @Parameter(
      label = "Network size (pixels)",
      description =
          "Width and height to which pictures are brought: 16 to 1024, such as 128 or 256. Smaller"
              + " lesions need a larger size, which takes longer.",
      min = "16",
      max = "1024",
      persist = false)
  private int size = TrainingDefaults.SIZE;

  @Parameter(
      label = "Network width (feature maps)",
      description = "Feature maps after the first convolution: 2 to 256.",
      min = "2",
      max = "256",
      persist = false)
  private int width = TrainingDefaults.WIDTH;

  @Parameter(
      label = "Batch size",
      description = "Pictures in one training step: 1 to 1024. Fewer need less memory.",
      min = "1",
      max = "1024",
      persist = false)
  private int batch = TrainingDefaults.BATCH_SIZE;

  @Parameter(
      label = "Seed",
      description = "The same number gives the same model from the same pictures.",
      persist = false)
  private long seed = TrainingDefaults.SEED;

  @Parameter(
      label = "Time limit (minutes, 0 = none)",
      description = "After which training ends with the best model that it has.",
      min = "0",
      persist = false)
  private double minutes = TrainingSchedule.NO_LIMIT;

  @Parameter(
      label = "Resume from (optional)",
      description = "A NAME.checkpoint.cavga file of a training that was cancelled.",
      style = FileWidget.OPEN_STYLE,
      required = false,
      persist = false)
  private File resume;

  @Override
  void execute() throws IOException, TrainingCancelledException {
    TrainingConfig config =
        TrainingConfig.builder()
            .weaklySupervised(isChosen(anomalous))
            .epochs(epochs)
            .size(size)
            .width(width)
            .batchSize(batch)
            .seed(seed)
            .minutes(minutes)
            .build();
    Path target = chosen(model, "a file for the model");
    PictureReader reader = PictureReader.of(context());
    Dataset dataset =
        new Dataset(
            PictureFolder.samples(chosen(normal, "a folder of normal pictures"), false, reader),
            isChosen(anomalous)
                ? PictureFolder.samples(anomalous.toPath(), true, reader)
                : List.of(),
            List.of());
    try (CancellableTask task = begin("Training CAVGA")) {
      TrainingTask listener = new TrainingTask(task, log);
      Trainer trainer = new Trainer(config).control(listener.control()).listener(listener);
      if (isChosen(resume)) trainer.resume(dataset, resume.toPath(), target);
      else trainer.train(dataset, target);
    }
  }
}
