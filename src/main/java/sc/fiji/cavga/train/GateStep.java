package sc.fiji.cavga.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import sc.fiji.cavga.feed.PreparedSamples;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.feed.TrainingPictures;
import sc.fiji.cavga.gate.LearnedLimits;
import sc.fiji.cavga.gate.LimitsFitting;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;

/** Learns between which limits healthy eyes lie, from the training's pictures as they are. */
final class GateStep {

  /** More of one camera change little, and each is read once more. */
  private static final int MOST_PICTURES = 200;

  private final TrainingControl control;
  private final boolean otherCameras;

  /**
   * @param otherCameras whether eyes are let in too that another camera might have shown so
   */
  GateStep(TrainingControl control, boolean otherCameras) {
    this.control = control;
    this.otherCameras = otherCameras;
  }

  /** Empty for other pictures than retinas, and where there are too few. */
  Optional<LearnedLimits> limits(TrainingPictures pictures)
      throws IOException, InterruptedException {
    if (pictures.preprocessing().fieldOfView() != FieldOfViewMode.RETINA) return Optional.empty();
    LimitsFitting fitting = new LimitsFitting(otherCameras);
    add(fitting, pictures.training(), false);
    add(fitting, pictures.heldOut(), true);
    return fitting.fit();
  }

  private void add(LimitsFitting fitting, PreparedSamples all, boolean heldOut)
      throws IOException, InterruptedException {
    PreparedSamples some = all.atMost(MOST_PICTURES);
    for (int i = 0; i < some.count(); i++) {
      control.check();
      try {
        fitting.add(some.get(i), heldOut);
      } catch (UncheckedIOException e) {
        // The picture's own pixels are read again.
        throw e.getCause();
      }
    }
  }
}
