package sc.fiji.cavga.model;

import java.io.IOException;
import sc.fiji.cavga.feed.PreparedSamples;
import sc.fiji.cavga.feed.TrainingControl;

/**
 * Fits what a finished model knows of healthy eyes to those of another camera, without training its
 * networks. Of some of the pictures it may be asked again, as in a cross-validation.
 */
public interface Refitting {

  /**
   * @param healthy pictures, prepared as the model prepares them
   * @return to be closed
   * @throws IOException with one sentence when the pictures do not allow it
   * @throws InterruptedException when it was cancelled
   */
  AnomalyModel to(PreparedSamples healthy, TrainingControl control)
      throws IOException, InterruptedException;
}
