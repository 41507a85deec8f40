package sc.fiji.cavga.command;

import ij.IJ;
import org.scijava.event.EventHandler;
import org.scijava.task.Task;
import org.scijava.task.event.TaskEvent;

/** Shows tasks in plain ImageJ's status bar; its Escape key cancels them. */
final class LegacyStatus {

  LegacyStatus() {
    IJ.resetEscape();
  }

  /** Called by SciJava. */
  @EventHandler
  public void onEvent(TaskEvent event) {
    Task task = event.getTask();
    if (task.isDone()) return;
    if (task.getStatusMessage() != null)
      IJ.showStatus(task.getStatusMessage() + " (Esc to cancel)");
    if (task.getProgressMaximum() > 0)
      IJ.showProgress(task.getProgressValue() / (double) task.getProgressMaximum());
    if (IJ.escapePressed() && !task.isCanceled()) task.cancel("Escape was pressed");
  }

  void clear() {
    IJ.showStatus("");
    IJ.showProgress(1);
  }
}
