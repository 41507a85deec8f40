package sc.fiji.cavga.model;

import java.io.IOException;
import java.util.List;
import sc.fiji.cavga.feed.PreparedSamples;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.feed.TrainingPictures;
import sc.fiji.cavga.model.training.TrainingListener;

/**
 * Fits what a finished model knows of healthy eyes to those of another camera. It may be asked
 * again of some of the same pictures, as in a cross-validation.
 */
public interface Refitting {

  /**
   * @param healthy pictures to learn from, prepared as the model prepares them
   * @return to be closed
   * @throws IOException with one sentence when the pictures do not allow it
   * @throws InterruptedException when it was cancelled
   */
  AnomalyModel to(TrainingPictures healthy, TrainingControl control, TrainingListener listener)
      throws IOException, InterruptedException;

  /**
   * Whether there are enough eyes, asked before anything that takes long.
   *
   * @param parts what the model will be fitted to, one after the other; together all eyes
   * @throws IOException with one sentence when one of them is too small
   * @throws InterruptedException when it was cancelled
   */
  default void requireEnough(List<PreparedSamples> parts, TrainingControl control)
      throws IOException, InterruptedException {}
}
