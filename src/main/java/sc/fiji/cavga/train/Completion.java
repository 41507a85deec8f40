package sc.fiji.cavga.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sc.fiji.cavga.dataset.PreparedSamples;
import sc.fiji.cavga.model.CavgaModel;
import sc.fiji.cavga.model.DefaultMapSource;
import sc.fiji.cavga.model.NormalDensity;
import sc.fiji.cavga.network.CavgaNetwork;
import sc.fiji.cavga.network.NamedArray;
import sc.fiji.cavga.network.StepLosses;

/** Makes a finished model of trained weights: statistics settled, maps calibrated, all recorded. */
final class Completion {

  private final TrainingConfig config;
  private final TrainingControl control;
  private final TrainingListener listener;
  private final TrainingPictures pictures;
  private final Validation validation;
  private final Provenance provenance;
  private NormalDensity density;

  Completion(
      TrainingConfig config,
      TrainingControl control,
      TrainingListener listener,
      TrainingPictures pictures,
      Validation validation,
      Provenance provenance) {
    this.config = config;
    this.control = control;
    this.listener = listener;
    this.pictures = pictures;
    this.validation = validation;
    this.provenance = provenance;
  }

  /**
   * @param network to work with; its weights change
   * @param epoch after which the weights were such, from 1
   */
  CavgaModel complete(
      CavgaNetwork network,
      List<NamedArray> weights,
      int epoch,
      TrainingRun run,
      String stopped,
      double seconds)
      throws IOException, InterruptedException {
    network.setWeights(weights);
    StatisticsSettling statistics =
        StatisticsSettling.settle(network, config, pictures.training(), validation, control);
    List<String> warnings = warnings(statistics);
    NormalDensity normal = density();
    return new CavgaModel(
        config.network(),
        pictures.preprocessing(),
        new CalibrationStep(config, control, listener)
            .calibrate(network, pictures.heldOut(), teaching(), normal),
        normal,
        network.weights(),
        TrainingRecord.complete(config, run, epoch, stopped, statistics, warnings),
        provenance.toJson(pictures, seconds));
  }

  /**
   * Null where the default map needs none. Of the pictures alone, so that it serves all models of a
   * training.
   */
  private NormalDensity density() throws IOException, InterruptedException {
    if (config.defaultMap() == DefaultMapSource.NETWORK) return null;
    if (density != null) return density;
    DensityStep step = new DensityStep(control);
    NormalDensity normal = step.fit(pictures.training());
    PreparedSamples teaching = teaching();
    density = teaching.count() > 0 ? step.weigh(normal, pictures.training(), teaching) : normal;
    return density;
  }

  /** The anomalous pictures that the default map is weighed with. */
  private PreparedSamples teaching() {
    // A guided network says itself, place by place, what is like an anomaly.
    boolean weighs =
        config.defaultMap() != DefaultMapSource.NETWORK
            && config.network().weaklySupervised()
            && !config.network().guided();
    return weighs ? pictures.anomalous() : PreparedSamples.none();
  }

  private static List<String> warnings(StatisticsSettling statistics) {
    StepLosses losses = statistics.losses();
    List<String> warnings = new ArrayList<>();
    if (!TrainingRecord.attentionIsInformative(losses))
      warnings.add(
          String.format(
              Locale.ROOT,
              "The attention carries no information (spread %.3f, %.0f %% saturated): do not use"
                  + " the attention map of this model.",
              losses.attentionSpread,
              100 * losses.attentionSaturated));
    if (!statistics.agrees())
      warnings.add(
          String.format(
              Locale.ROOT,
              "The model's loss in use differs by %.0f %% from that in training: train longer or"
                  + " with a larger batch.",
              100 * statistics.gap()));
    return warnings;
  }
}
