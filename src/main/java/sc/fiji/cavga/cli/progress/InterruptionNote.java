package sc.fiji.cavga.cli.progress;

import java.io.PrintWriter;
import java.nio.file.Path;
import sc.fiji.cavga.model.training.TrainingFiles;
import sc.fiji.cavga.model.training.TrainingListener;

/** Says where a training can be resumed from when Ctrl-C ends Java in the midst of it. */
public final class InterruptionNote implements TrainingListener, AutoCloseable {

  private final Thread hook;
  private volatile Path checkpoint;

  /**
   * @param checkpoint the one that the training goes on from; null for none
   */
  public InterruptionNote(PrintWriter err, Path checkpoint) {
    this.checkpoint = checkpoint;
    hook = new Thread(() -> say(err), "interruption-note");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void checkpointWritten(Path file) {
    checkpoint = file;
  }

  @Override
  public void ended(TrainingFiles files) {
    checkpoint = null;
  }

  private void say(PrintWriter err) {
    Path left = checkpoint;
    if (left == null) return;
    err.println();
    err.println("Training was cancelled; it can be resumed with --resume " + left + ".");
    err.flush();
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // Java ends already, and the hook has spoken.
      return;
    }
  }
}
