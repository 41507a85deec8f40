package sc.fiji.cavga.command.task;

import org.scijava.log.LogService;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.model.training.TrainingFiles;
import sc.fiji.cavga.model.training.TrainingListener;
import sc.fiji.cavga.model.training.TrainingProgress;
import sc.fiji.cavga.ui.Durations;

/** Shows a training as a task, hands the task's cancel to it, and its warnings to the log. */
public final class TrainingTask implements TrainingListener {

  private final CancellableTask task;
  private final LogService log;
  private final TrainingControl control;

  public TrainingTask(CancellableTask task, LogService log) {
    this.task = task;
    this.log = log;
    control = new TrainingControl(task::isCancelled);
    task.onCancel(control::cancel);
  }

  /** What the training is to be given, so that the task can stop it. */
  public TrainingControl control() {
    return control;
  }

  @Override
  public void checked(int done, int total) {
    task.show("Reading picture " + done + " of " + total, 0);
    // Showing may have swallowed the interrupt that ends the reading.
    if (task.isCancelled()) Thread.currentThread().interrupt();
  }

  @Override
  public void warned(String message) {
    log.warn(message);
  }

  @Override
  public void progressed(TrainingProgress progress) {
    task.show(
        progress.activity() + ", " + Durations.text(progress.secondsLeft()) + " left",
        progress.share());
  }

  @Override
  public void calibrating(int done, int total) {
    task.show("Calibrating: picture " + done + " of " + total, done / (double) total);
  }

  @Override
  public void ended(TrainingFiles files) {
    task.show("The model was written to " + files.best(), 1);
    log.info("The model was written to " + files.best() + ".");
  }
}
