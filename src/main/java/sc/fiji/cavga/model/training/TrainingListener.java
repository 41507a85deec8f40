package sc.fiji.cavga.model.training;

import java.nio.file.Path;
import sc.fiji.cavga.feed.PictureListener;

/**
 * Watches a training: a window, a progress line, a log. All methods are called on the training's
 * thread, which waits for them; the default ones do nothing. The order is: {@link #checked}, {@link
 * #begun}, then for each method and each of its stages {@link #stageBegun}, {@link #preparing} or
 * {@link #progressed}, {@link #point} and {@link #checkpointWritten} over and over, then {@link
 * #calibrating}, and {@link #ended}; {@link #warned} and {@link #shown} may come at any time, and
 * {@link #calibrating} before {@link #copyWritten} too. A training that fails or is cancelled says
 * so by its exception alone.
 */
public interface TrainingListener extends PictureListener {

  /** The pictures are known and the first step is next. */
  default void begun(TrainingPlan plan) {}

  /** The next method of the plan begins. */
  default void methodBegun(String method) {}

  /**
   * A stage of the method begins.
   *
   * @param name a few words that say what is made, such as "Learning from synthetic anomalies
   *     (U-Net)"
   * @param axis what the positions of its losses are, such as "Step"; empty for a stage without
   *     losses
   */
  default void stageBegun(String name, String axis) {}

  /** So much of so much of a stage without losses is done, such as pictures. */
  default void preparing(int done, int total) {}

  /** A training step was made. */
  default void progressed(TrainingProgress progress) {}

  /**
   * The losses have a new point, as at an epoch's end.
   *
   * @param preview costs time only where it is asked, and may be asked during this call only; null
   *     for a point of an earlier run of a training that goes on
   */
  default void point(LossPoint point, TrainingPreview preview) {}

  /**
   * Pictures that no point of the losses goes with.
   *
   * @param what they are, in a few words
   * @param preview costs time only where it is asked, and may be asked during this call only
   */
  default void shown(String what, TrainingPreview preview) {}

  /** Training can be resumed from this file. */
  default void checkpointWritten(Path file) {}

  /** A copy of the model that was asked for on the way is whole; training goes on. */
  default void copyWritten(Path file) {}

  /** So many of so many held-out pictures were used for calibration. */
  default void calibrating(int done, int total) {}

  /** The model was written. */
  default void ended(TrainingFiles files) {}
}
