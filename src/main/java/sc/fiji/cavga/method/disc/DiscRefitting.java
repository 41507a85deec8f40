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
      Optional<EyeNumbers> eye = measured(outliner, healthy, i, control);
      if (eye.isEmpty()) continue;
      normal.add(eye.get());
      patients.add(healthy.sample(i).patientOrName());
    }
    DiscTraining.requireEnough(normal.size(), healthy.count());
    return NormalLimits.fit(
        normal, TrainingPictures.patients(healthy).isPresent() ? patients : null);
  }

  /** Each eye once, whatever it is asked for. */
  private Optional<EyeNumbers> measured(
      DiscOutliner outliner, PreparedSamples healthy, int i, TrainingControl control)
      throws IOException, InterruptedException {
    control.check();
    String name = healthy.sample(i).name();
    if (!measured.containsKey(name)) {
      DiscMeasurement eye = DiscModel.measure(outliner, healthy.get(i));
      measured.put(
          name, eye.reason().isEmpty() ? Optional.of(EyeNumbers.of(eye)) : Optional.empty());
    }
    return measured.get(name);
  }

  @Override
  public void requireEnough(List<PreparedSamples> parts, TrainingControl control)
      throws IOException, InterruptedException {
    int fewest = Integer.MAX_VALUE;
    try (DiscOutliner outliner = new DiscOutliner(networks)) {
      for (PreparedSamples part : parts) {
        int seen = 0;
        for (int i = 0; i < part.count(); i++)
          if (measured(outliner, part, i, control).isPresent()) seen++;
        fewest = Math.min(fewest, seen);
      }
    }
    if (fewest >= NormalLimits.FEWEST_EYES) return;
    int seen = (int) measured.values().stream().filter(Optional::isPresent).count();
    // One part in turn is judged by limits of the others.
    int others = parts.size() - 1;
    int needed = (NormalLimits.FEWEST_EYES * parts.size() + others - 1) / others;
    throw new IOException(
        "An optic disc can be measured in "
            + seen
            + " of "
            + measured.size()
            + " healthy eyes, which is too few, as they are divided to judge each other: give at"
            + " least "
            + Math.max(needed, seen + 1)
            + " in which it can.");
  }
}
