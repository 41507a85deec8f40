package sc.fiji.cavga.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import sc.fiji.cavga.feed.PreparedSamples;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.feed.TrainingPictures;
import sc.fiji.cavga.gate.LearnedLimits;
import sc.fiji.cavga.gate.LimitsFitting;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.preprocess.Preprocessing;
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
    add(pictures.training().atMost(MOST_PICTURES), picture -> fitting.add(picture, false));
    add(pictures.heldOut().atMost(MOST_PICTURES), picture -> fitting.add(picture, true));
    return fitting.fit();
  }

  /** Of eyes that judge each other; as the other method. */
  Optional<LearnedLimits> limits(Preprocessing preprocessing, List<PreparedSamples> folds)
      throws IOException, InterruptedException {
    if (preprocessing.fieldOfView() != FieldOfViewMode.RETINA) return Optional.empty();
    LimitsFitting fitting = new LimitsFitting();
    for (int i = 0; i < folds.size(); i++) {
      int fold = i;
      add(
          folds.get(i).atMost(Math.max(1, MOST_PICTURES / folds.size())),
          picture -> fitting.add(picture, fold));
    }
    return fitting.fit();
  }

  private void add(PreparedSamples some, Consumer<PreparedPicture> to)
      throws IOException, InterruptedException {
    for (int i = 0; i < some.count(); i++) {
      control.check();
      try {
        to.accept(some.get(i));
      } catch (UncheckedIOException e) {
        // The picture's own pixels are read again.
        throw e.getCause();
      }
    }
  }
}
