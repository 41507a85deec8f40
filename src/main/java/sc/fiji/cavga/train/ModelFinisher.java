package sc.fiji.cavga.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sc.fiji.cavga.feed.PreparedSamples;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.model.AnomalyMaps;
import sc.fiji.cavga.model.CavgaModel;
import sc.fiji.cavga.network.CavgaNetwork;
import sc.fiji.cavga.network.SegmentationNet;
import sc.fiji.cavga.network.StepLosses;

/** Makes a finished model of trained weights: statistics settled, maps calibrated, all recorded. */
final class ModelFinisher {

  private final TrainingConfig config;
  private final TrainingControl control;
  private final TrainingListener listener;
  private final TrainingPictures pictures;
  private final Validation validation;
  private final Provenance provenance;
  private final AnomalyMaps unweighed;
  private AnomalyMaps maps;

  /**
   * @param unweighed what is known of normal places without weak supervision; they stay open
   */
  ModelFinisher(
      TrainingConfig config,
      TrainingControl control,
      TrainingListener listener,
      TrainingPictures pictures,
      Validation validation,
      Provenance provenance,
      AnomalyMaps unweighed) {
    this.config = config;
    this.control = control;
    this.listener = listener;
    this.pictures = pictures;
    this.validation = validation;
    this.provenance = provenance;
    this.unweighed = unweighed;
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
    List<String> warnings = warnings(statistics, run.detector);
    AnomalyMaps weighed = maps();
    return new CavgaModel(
        config.network(),
        pictures.preprocessing(),
        new CalibrationStep(config, control, listener)
            .calibrate(network, pictures.heldOut(), teaching(), weighed),
        weighed.density().orElse(null),
        weighed.detector().map(SegmentationNet::weights).orElse(List.of()),
        network.weights(),
        TrainingRecord.complete(config, run, epoch, stopped, statistics, warnings),
        provenance.toJson(pictures, seconds));
  }

  /** Of the pictures alone, so that they serve all models of a training. */
  private AnomalyMaps maps() throws IOException, InterruptedException {
    if (maps != null) return maps;
    PreparedSamples teaching = teaching();
    maps =
        teaching.count() > 0
            ? unweighed.with(
                new GaussianFieldStep(control)
                    .weigh(unweighed.density().orElseThrow(), pictures.training(), teaching))
            : unweighed;
    return maps;
  }

  /** The anomalous pictures that the default map is weighed with. */
  private PreparedSamples teaching() {
    boolean ofPlaces = unweighed.density().isPresent();
    boolean weighs = ofPlaces && config.network().weaklySupervised();
    return weighs ? pictures.anomalous() : PreparedSamples.none();
  }

  private static List<String> warnings(StatisticsSettling statistics, SegmentationNetRun detector) {
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
    if (detector.explained != null && detector.explained < SegmentationNetCheck.LEAST_EXPLAINED)
      warnings.add(
          "The detector has learned little from painted anomalies: give it more detector steps or"
              + " more pictures, or make the default map of the density alone.");
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
