package sc.fiji.cavga.command;

import ij.IJ;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.log.LogService;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;
import org.scijava.widget.FileWidget;
import sc.fiji.cavga.command.input.FolderCheck;
import sc.fiji.cavga.command.input.Inputs;
import sc.fiji.cavga.command.task.CancellableTask;
import sc.fiji.cavga.command.task.TrainingTask;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.dataset.TrainingFolders;
import sc.fiji.cavga.dataset.patients.Patients;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.method.cavga.CavgaMethod;
import sc.fiji.cavga.method.disc.DiscMethod;
import sc.fiji.cavga.method.local.LocalMethod;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.read.PictureReader;
import sc.fiji.cavga.train.Checkpoint;
import sc.fiji.cavga.train.Trainer;
import sc.fiji.cavga.train.TrainingCancelledException;
import sc.fiji.cavga.train.TrainingConfig;
import sc.fiji.cavga.ui.Desktop;
import sc.fiji.cavga.ui.TrainingWindow;

/** Learns from a folder of healthy eyes and writes a model file. */
@Plugin(
    type = Command.class,
    menuPath = "Plugins>CAVGA>Train CAVGA...",
    description =
        "Learns from photographs of healthy eyes and writes a model file. Whatever is in "
            + "these photographs counts as normal, so remove those with lesions, scars or blur. "
            + "Hundreds of one camera are best; below 20 the model knows little.",
    headless = true)
public final class TrainCommand extends TrainingSettings {

  @Parameter private LogService log;

  @Parameter(
      label = "Method",
      description =
          "local finds lesions; disc measures optic disc, cup and rim (glaucoma); cavga is the"
              + " paper's network. Of several, separated by commas, the first one's score and"
              + " decision are a picture's.",
      choices = {
        LocalMethod.NAME,
        DiscMethod.NAME,
        LocalMethod.NAME + "," + DiscMethod.NAME,
        CavgaMethod.NAME
      },
      attrs =
          @Attr(
              name = Inputs.WORDS,
              value =
                  "lesions (local)|optic disc, cup and rim, for glaucoma (disc)|both (local,disc)"
                      + "|the paper's network (cavga)"),
      callback = "methodChosen",
      persist = false)
  private String method = LocalMethod.NAME;

  @Parameter(
      label = "Normal pictures",
      description = "Folder of photographs of healthy eyes, its subfolders included.",
      style = FileWidget.DIRECTORY_STYLE,
      callback = "lookAtNormal",
      required = false,
      persist = false)
  private File normal;

  @Parameter(visibility = ItemVisibility.MESSAGE, required = false, persist = false)
  private String normal_found = "Choose the folder of healthy eyes to learn from.";

  @Parameter(
      label = "Model file",
      description =
          "Where the model is written, NAME.cavga; cavga puts that of the last epoch beside it.",
      style = FileWidget.SAVE_STYLE,
      required = false,
      persist = false)
  private File model;

  @Parameter(
      label = "Size (pixels)",
      description =
          "Width and height to which pictures are brought: 16 to 1024, such as 128 or 256."
              + " Smaller lesions need a larger size, which takes longer.",
      min = "16",
      max = "1024",
      callback = "lookAtNormal",
      persist = false)
  private int size = CommonSettings.SIZE.initial();

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
      label = "Resume from (optional)",
      description =
          "A NAME.checkpoint.cavga file of a training that was cancelled; its settings are used."
              + " Epochs, learning rate, patience, time limit and quantiles can be given anew.",
      style = FileWidget.OPEN_STYLE,
      callback = "lookAtCheckpoint",
      required = false,
      persist = false)
  private File resume;

  @Parameter(
      label = "Patients (optional)",
      description =
          "Keeps a patient's pictures on one side of every split: a regular expression for file names"
              + " whose first group is the patient, or a table NAME.csv with the columns file and"
              + " patient.",
      attrs = @Attr(name = Inputs.ADVANCED),
      required = false,
      persist = false)
  private String group = "";

  @Parameter(
      label = "Replace an earlier model",
      description =
          "Replaces a model of that name, and begins anew where a training was cancelled.",
      persist = false)
  private boolean overwrite;

  @Parameter(label = "Advanced...", callback = "askAdvanced", required = false, persist = false)
  private Button advanced;

  @Parameter(label = "Help", callback = "showHelp", required = false, persist = false)
  private Button help;

  private boolean methodGiven;

  /** The folder that was walked through last, and what was found. */
  private File walked;

  private FolderCheck check;

  /** Called by SciJava when the folder or the size has changed. */
  void lookAtNormal() {
    if (!isChosen(normal)) return;
    if (!normal.equals(walked)) check = FolderCheck.of(normal);
    walked = normal;
    normal_found = check.text(size, FolderCheck.FEW);
  }

  /** Called by SciJava when the checkpoint has changed. */
  void lookAtCheckpoint() {
    complete(name -> false);
  }

  /** Called by SciJava when the method has changed: ImageJ's dialog sets such inputs at once. */
  void methodChosen() {
    // The second page asks for it.
  }

  /** A resumed training goes on as it was set up, but for what is given anew. */
  @Override
  public void complete(Predicate<String> given) {
    noteGiven(given);
    methodGiven |= given.test("method");
    earlier().ifPresent(earlier -> keepFree(earlier, given));
  }

  /** How the training to go on with was set up; empty where there is none that can be read. */
  private Optional<TrainingConfig> earlier() {
    if (!isChosen(resume) || !resume.isFile()) return Optional.empty();
    try {
      return Optional.of(Checkpoint.read(resume.toPath()).config());
    } catch (IOException unreadable) {
      return Optional.empty(); // execute reads it too, and says why
    }
  }

  @Override
  boolean isUsed(String name) {
    return earlier()
        .map(earlier -> isUsed(name, earlier))
        .orElseGet(() -> isUsed(name, Arrays.asList(method.split(","))));
  }

  private TrainingConfig resumed(List<String> unused) throws IOException {
    TrainingConfig earlier = Checkpoint.read(resume.toPath()).config();
    return config(
        methodGiven ? TrainingConfig.of(method).with(earlier.settings()) : earlier, unused);
  }

  @Override
  protected void execute() throws IOException, TrainingCancelledException {
    List<String> unused = new ArrayList<>();
    TrainingConfig config =
        isChosen(resume) ? resumed(unused) : config(method, isChosen(anomalous), unused);
    List<String> notes = new ArrayList<>();
    for (String key : unused)
      notes.add(
          key + " has no effect on the method " + String.join(",", config.methodNames()) + ".");
    Path target = chosen(model, "a file for the model");
    Dataset dataset =
        TrainingFolders.open(
            chosen(normal, "a folder of normal pictures"),
            orNull(anomalous),
            PictureReader.of(context()));
    if (group != null && !group.isBlank()) dataset = Patients.of(group.trim()).of(dataset);
    notes.addAll(dataset.notes());
    // Nobody reads a log of SciJava's in plain ImageJ.
    notes.forEach(Desktop.hasWindows() ? IJ::log : log::warn);
    try (CancellableTask task = begin("Training CAVGA")) {
      TrainingTask listener = new TrainingTask(task, log);
      Trainer trainer =
          new Trainer(config).control(listener.control()).listener(listener).overwrite(overwrite);
      if (Desktop.hasWindows()) watch(trainer, listener.control(), dataset, target);
      else train(trainer, dataset, target);
    }
  }

  private void train(Trainer trainer, Dataset dataset, Path target)
      throws IOException, TrainingCancelledException {
    if (isChosen(resume)) trainer.resume(dataset, resume.toPath(), target);
    else trainer.train(dataset, target);
  }

  private void watch(Trainer trainer, TrainingControl control, Dataset dataset, Path target)
      throws IOException, TrainingCancelledException {
    TrainingWindow window = new TrainingWindow(control);
    try {
      train(trainer.listener(window), dataset, target);
    } catch (IOException | RuntimeException | TrainingCancelledException e) {
      window.stopped(e.getMessage());
      throw e;
    }
  }
}
