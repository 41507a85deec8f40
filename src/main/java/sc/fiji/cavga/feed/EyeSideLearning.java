package sc.fiji.cavga.feed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.cavga.preprocess.EyeSide;

/** Learns from the training pictures, as they are, what one of the straight side looks like. */
final class EyeSideLearning {

  /** More pictures of one kind of eye change nothing, and each may cost a reading. */
  private static final int MOST_PICTURES = 500;

  private EyeSideLearning() {}

  static EyeSide learn(PreparedSamples training, TrainingControl control)
      throws IOException, InterruptedException {
    List<float[]> coarse = new ArrayList<>();
    int count = Math.min(training.count(), MOST_PICTURES);
    for (int i = 0; i < count; i++) {
      control.check();
      coarse.add(EyeSide.coarse(training.get((int) ((long) i * training.count() / count))));
    }
    return EyeSide.of(coarse);
  }
}
