package sc.fiji.cavga.train;

import java.nio.file.Path;
import java.util.Optional;

/** Training was cancelled; the message says from which file it can go on. */
public final class TrainingCancelledException extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Path checkpoint;

  /**
   * @param checkpoint the last one written, or null when training came to none
   */
  TrainingCancelledException(Path checkpoint) {
    super(
        checkpoint == null
            ? "Training was cancelled before its first checkpoint; there is nothing to go on from."
            : "Training was cancelled; it can be resumed from " + checkpoint + ".");
    this.checkpoint = checkpoint;
  }

  /** What the training can be resumed from. */
  public Optional<Path> checkpoint() {
    return Optional.ofNullable(checkpoint);
  }
}
