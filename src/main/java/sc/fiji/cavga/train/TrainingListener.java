package sc.fiji.cavga.train;

import java.nio.file.Path;
import sc.fiji.cavga.model.CavgaModel;

/**
 * Watches a training: a window, a progress line, a log. All methods are called on the training's
 * thread, which waits for them; the default ones do nothing. The order is: {@link #checked}, {@link
 * #begun}, {@link #teaching} where there is a detector, then {@link #batch}, {@link #epoch} and
 * {@link #checkpointWritten} over and over, {@link #calibrating}, {@link #ended}; {@link #warned}
 * may come at any time, and {@link #calibrating} before {@link #copyWritten} too. A training that
 * fails or is cancelled says so by its exception alone.
 */
public interface TrainingListener {

  /** So many of so many pictures were read and prepared for the first time. */
  default void checked(int done, int total) {}

  /** Something that is worth knowing and does not stop training, in one sentence. */
  default void warned(String message) {}

  /** The pictures are known and the first step is next. */
  default void begun(TrainingPlan plan) {}

  /** So many of so many steps were made in which painted anomalies teach the detector. */
  default void teaching(int done, int total, double secondsLeft) {}

  /** A training step was made. */
  default void batch(TrainingProgress progress) {}

  /**
   * An epoch is over and validated.
   *
   * @param preview what the network makes of some held-out pictures now; costs time only where it
   *     is asked, and may be asked during this call only
   */
  default void epoch(EpochRecord record, ValidationPreview preview) {}

  /** Training can be resumed from this file. */
  default void checkpointWritten(Path file) {}

  /** A copy of the model that was asked for on the way is whole; training goes on. */
  default void copyWritten(Path file) {}

  /** So many of so many held-out pictures were used for calibration; anew for the last model. */
  default void calibrating(int done, int total) {}

  /** The model was written. */
  default void ended(CavgaModel best, TrainingFiles files) {}
}
