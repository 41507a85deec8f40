package sc.fiji.cavga.command.legacy;

import ij.IJ;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.scijava.event.EventHandler;
import org.scijava.task.Task;
import org.scijava.task.event.TaskEvent;

/**
 * Shows tasks in plain ImageJ's status bar; its Escape key cancels them, whether or not they have
 * news.
 */
public final class LegacyStatus {

  /** Milliseconds between two looks at the key. */
  private static final int INTERVAL = 50;

  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          action -> {
            Thread thread = new Thread(action, "CAVGA: Escape key");
            thread.setDaemon(true);
            return thread;
          });

  private volatile Task running;

  public LegacyStatus() {
    IJ.resetEscape();
    looking.scheduleWithFixedDelay(this::heedEscape, INTERVAL, INTERVAL, TimeUnit.MILLISECONDS);
  }

  /** Called by SciJava. */
  @EventHandler
  public void onEvent(TaskEvent event) {
    Task task = event.getTask();
    running = task;
    if (task.isDone()) return;
    if (task.getStatusMessage() != null)
      IJ.showStatus(task.getStatusMessage() + " (Esc to cancel)");
    if (task.getProgressMaximum() > 0)
      IJ.showProgress(task.getProgressValue() / (double) task.getProgressMaximum());
  }

  private void heedEscape() {
    Task task = running;
    if (task != null && !task.isDone() && !task.isCanceled() && IJ.escapePressed())
      task.cancel("Escape was pressed");
  }

  public void clear() {
    looking.shutdown();
    IJ.showStatus("");
    IJ.showProgress(1);
  }
}
