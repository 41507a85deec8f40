package sc.fiji.cavga.train;

import java.io.IOException;
import sc.fiji.cavga.dataset.PreparedSamples;
import sc.fiji.cavga.image.PreparedPicture;
import sc.fiji.cavga.model.DensityFitting;
import sc.fiji.cavga.model.LikenessFitting;
import sc.fiji.cavga.model.NormalDensity;

/**
 * Learns from the training pictures, as they are, what normal places look like, and with weak
 * supervision what places of anomalous pictures look like. Held-out pictures take no part: the
 * thresholds come from them.
 */
final class DensityStep {

  /** More pictures of one kind of eye change little, and each costs a reading. */
  private static final int MOST_PICTURES = 500;

  private final TrainingControl control;

  DensityStep(TrainingControl control) {
    this.control = control;
  }

  NormalDensity fit(PreparedSamples normal) throws IOException, InterruptedException {
    DensityFitting fitting = new DensityFitting();
    for (int i = 0; i < count(normal); i++) fitting.add(picture(normal, i));
    return fitting.fit();
  }

  NormalDensity weigh(NormalDensity density, PreparedSamples normal, PreparedSamples anomalous)
      throws IOException, InterruptedException {
    LikenessFitting fitting = new LikenessFitting(density);
    for (int i = 0; i < count(normal); i++) fitting.calibrate(picture(normal, i));
    for (int round = 0; round < LikenessFitting.ROUNDS; round++) {
      for (int i = 0; i < count(normal); i++) fitting.add(picture(normal, i), false);
      for (int i = 0; i < count(anomalous); i++) fitting.add(picture(anomalous, i), true);
      fitting.learn();
    }
    return fitting.density();
  }

  private static int count(PreparedSamples samples) {
    return Math.min(samples.count(), MOST_PICTURES);
  }

  /** Spread evenly over them where there are more. */
  private PreparedPicture picture(PreparedSamples samples, int number)
      throws IOException, InterruptedException {
    control.check();
    return samples.get((int) ((long) number * samples.count() / count(samples)));
  }
}
