package sc.fiji.cavga.train;

import java.io.IOException;
import sc.fiji.cavga.dataset.PreparedSamples;
import sc.fiji.cavga.model.DensityFitting;
import sc.fiji.cavga.model.NormalDensity;

/** Learns from the training pictures, as they are, what normal places look like. */
final class DensityStep {

  /** More pictures of one kind of eye change little, and each costs a reading. */
  private static final int MOST_PICTURES = 500;

  private final TrainingControl control;

  DensityStep(TrainingControl control) {
    this.control = control;
  }

  NormalDensity fit(PreparedSamples training) throws IOException, InterruptedException {
    int count = Math.min(training.count(), MOST_PICTURES);
    DensityFitting fitting = new DensityFitting();
    for (int i = 0; i < count; i++) {
      control.check();
      fitting.add(training.get((int) ((long) i * training.count() / count)));
    }
    return fitting.fit();
  }
}
