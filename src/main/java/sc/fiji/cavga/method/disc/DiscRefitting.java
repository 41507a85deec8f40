package sc.fiji.cavga.method.disc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sc.fiji.cavga.feed.PreparedSamples;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.feed.TrainingPictures;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.method.disc.limit.EyeNumbers;
import sc.fiji.cavga.method.disc.limit.NormalLimits;
import sc.fiji.cavga.method.disc.measure.DiscMeasurement;
import sc.fiji.cavga.method.disc.outline.DiscOutliner;
import sc.fiji.cavga.model.AnomalyModel;
import sc.fiji.cavga.model.Refitting;
import sc.fiji.cavga.model.training.TrainingListener;

/**
 * Learns the normal limits of other healthy eyes. The networks that outline discs stay, and so does
 * what labels taught of deviations from the limits.
 */
final class DiscRefitting implements Refitting {

  private final List<NamedArray> networks;
  private final float[] weights;

  /** By the picture's name: each is measured once. */
  private final Map<String, Optional<EyeNumbers>> measured = new HashMap<>();

  /**
   * @param weights that labelled eyes taught; null without
   */
  DiscRefitting(List<NamedArray> networks, float[] weights) {
    this.networks = networks;
    this.weights = weights;
  }

  @Override
  public AnomalyModel to(
      TrainingPictures healthy, TrainingControl control, TrainingListener listener)
      throws IOException, InterruptedException {
    DiscOutliner outliner = new DiscOutliner(networks);
    try {
      return new DiscModel(outliner, limits(outliner, healthy.training(), control), weights);
    } catch (IOException | InterruptedException | RuntimeException e) {
      outliner.close();
      throw e;
    }
  }

  private NormalLimits limits(
      DiscOutliner outliner, PreparedSamples healthy, TrainingControl control)
      throws IOException, InterruptedException {
    List<EyeNumbers> normal = new ArrayList<>();
    List<String> patients = new ArrayList<>();
    for (int i = 0; i < healthy.count(); i++) {
      control.check();
      String name = healthy.sample(i).name();
      if (!measured.containsKey(name)) {
        DiscMeasurement eye = DiscModel.measure(outliner, healthy.get(i));
        measured.put(
            name, eye.reason().isEmpty() ? Optional.of(EyeNumbers.of(eye)) : Optional.empty());
      }
      if (measured.get(name).isEmpty()) continue;
      normal.add(measured.get(name).get());
      patients.add(healthy.sample(i).patientOrName());
    }
    DiscTraining.requireEnough(normal.size(), healthy.count());
    return NormalLimits.fit(
        normal, TrainingPictures.patients(healthy).isPresent() ? patients : null);
  }
}
