package sc.fiji.cavga.train;

import java.io.IOException;
import sc.fiji.cavga.feed.PreparedSamples;
import sc.fiji.cavga.model.DensityFitting;
import sc.fiji.cavga.model.NormalDensity;
import sc.fiji.cavga.model.WeakReweightingFitter;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * Learns from the training pictures, as they are, what normal places look like, and with weak
 * supervision what places of anomalous pictures look like. Held-out pictures take no part: the
 * thresholds come from them.
 */
final class GaussianFieldStep {

  /** More pictures of one kind of eye change little, and each costs a reading. */
  private static final int MOST_PICTURES = 500;

  /** So many tell well enough where something usually lies. */
  private static final int MOST_LOCATED = 100;

  private final TrainingControl control;

  GaussianFieldStep(TrainingControl control) {
    this.control = control;
  }

  /**
   * @param aligned whether places are told by how they lie to what stands out most
   */
  NormalDensity fit(PreparedSamples normal, boolean aligned)
      throws IOException, InterruptedException {
    DensityFitting fitting = new DensityFitting();
    PreparedSamples few = normal.atMost(aligned ? MOST_LOCATED : 0);
    for (int i = 0; i < few.count(); i++) fitting.locate(picture(few, i));
    PreparedSamples some = normal.atMost(MOST_PICTURES);
    for (int i = 0; i < some.count(); i++) fitting.add(picture(some, i));
    return fitting.fit();
  }

  NormalDensity weigh(NormalDensity density, PreparedSamples normal, PreparedSamples anomalous)
      throws IOException, InterruptedException {
    WeakReweightingFitter fitting = new WeakReweightingFitter(density);
    PreparedSamples normals = normal.atMost(MOST_PICTURES);
    PreparedSamples others = anomalous.atMost(MOST_PICTURES);
    for (int i = 0; i < normals.count(); i++) fitting.calibrate(picture(normals, i));
    for (int round = 0; round < WeakReweightingFitter.ROUNDS; round++) {
      for (int i = 0; i < normals.count(); i++) fitting.add(picture(normals, i), false);
      for (int i = 0; i < others.count(); i++) fitting.add(picture(others, i), true);
      fitting.learn();
    }
    return fitting.density();
  }

  private PreparedPicture picture(PreparedSamples samples, int number)
      throws IOException, InterruptedException {
    control.check();
    return samples.get(number);
  }
}
