package sc.fiji.cavga.command.task;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.scijava.task.Task;
import sc.fiji.cavga.localize.folder.FolderProgress;
import sc.fiji.cavga.ui.Durations;

/** A piece of work that Fiji's status bar shows with a cancel button, until it is closed. */
public final class CancellableTask implements AutoCloseable {

  /** More events than these would slow the work down. */
  private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(100);

  private static final long STEPS = 1000;

  /** Milliseconds between two looks at whether it is cancelled. */
  private static final int LOOK = 50;

  private static final String CANCELLED = "Cancelled before the work began; nothing was written.";

  private final Task task;
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final BooleanSupplier alsoCancelled;
  private volatile boolean closed;
  private Runnable onCancel = () -> {};
  private long last = System.nanoTime() - INTERVAL;

  /**
   * @param alsoCancelled another way in which the work may be cancelled
   */
  public CancellableTask(Task task, BooleanSupplier alsoCancelled) {
    this.task = task;
    this.alsoCancelled = alsoCancelled;
    task.setCancelCallBack(
        () -> {
          cancelled.set(true);
          onCancel.run();
        });
    task.setProgressMaximum(STEPS);
    task.start();
  }

  /** To be run when the task is cancelled, by the thread that cancels. */
  public void onCancel(Runnable action) {
    onCancel = action;
    if (cancelled.get()) action.run();
  }

  public boolean isCancelled() {
    return cancelled.get() || alsoCancelled.getAsBoolean();
  }

  /**
   * Runs what heeds no interrupt, and waits for it until the task is cancelled; it then ends by
   * itself.
   *
   * @throws CancellationException when the task is cancelled
   */
  public void await(String status, Runnable work) {
    tell(status, 0);
    CompletableFuture<Void> done =
        CompletableFuture.runAsync(
            work,
            action -> {
              Thread thread = new Thread(action, "CAVGA: " + status);
              thread.setDaemon(true);
              thread.start();
            });
    while (!isDone(done)) if (isCancelled()) throw new CancellationException(CANCELLED);
  }

  /** Looks for a moment; throws what the work threw. */
  private static boolean isDone(CompletableFuture<Void> work) {
    try {
      work.get(LOOK, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException(CANCELLED);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error) throw (Error) e.getCause();
      throw (RuntimeException) e.getCause();
    }
  }

  /**
   * @param status what is being done, for people
   * @param share of the work that is done, 0 to 1
   */
  public void show(String status, double share) {
    long now = System.nanoTime();
    if (now - last < INTERVAL && share < 1) return;
    last = now;
    tell(status, share);
  }

  private void tell(String status, double share) {
    Runnable update =
        () -> {
          if (closed) return;
          task.setStatusMessage(status);
          task.setProgressValue(Math.round(STEPS * share));
        };
    // The event thread would be waited for otherwise, and SciJava logs an interrupt of that as an
    // error in a window.
    if (GraphicsEnvironment.isHeadless()) update.run();
    else EventQueue.invokeLater(update);
  }

  /** Shows how far a folder run is. */
  public void show(FolderProgress progress) {
    double left = progress.secondsLeft();
    show(
        progress.files()
            + " of "
            + progress.total()
            + " files"
            + (Double.isNaN(left) ? "" : ", " + Durations.text(left) + " left"),
        progress.total() == 0 ? 1 : progress.files() / (double) progress.total());
  }

  @Override
  public void close() {
    closed = true;
    task.finish();
  }
}
