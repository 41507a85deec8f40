package sc.fiji.cavga.train;

import java.io.IOException;
import java.util.function.LongSupplier;
import sc.fiji.cavga.compute.InsufficientMemoryException;
import sc.fiji.cavga.model.AnomalyMaps;
import sc.fiji.cavga.model.DefaultMapSource;
import sc.fiji.cavga.model.Evidence;
import sc.fiji.cavga.model.NormalDensity;
import sc.fiji.cavga.network.Detector;

/**
 * Learns what the default map is made of before CAVGA itself is trained: what normal places look
 * like, and what painted anomalies look like among them.
 */
final class PlacesStep {

  private final TrainingConfig config;
  private final TrainingControl control;
  private final DetectorTraining training;

  PlacesStep(
      TrainingConfig config,
      TrainingControl control,
      TrainingListener listener,
      LongSupplier nanoTime) {
    this.config = config;
    this.control = control;
    training = new DetectorTraining(config, control, listener, nanoTime);
  }

  /**
   * @param run whose detector goes on where it was
   * @return to be closed
   */
  AnomalyMaps learn(TrainingPictures pictures, TrainingRun run, DetectorTraining.Saving saving)
      throws IOException, InterruptedException {
    if (config.defaultMap() == DefaultMapSource.NETWORK) return new AnomalyMaps();
    NormalDensity density =
        new DensityStep(control).fit(pictures.training(), config.painted().aligned());
    if (config.defaultMap() == DefaultMapSource.DENSITY) return new AnomalyMaps(density, null);
    Evidence evidence = new Evidence(density);
    Detector detector = new Detector(evidence.size(), evidence.channels(), config.seed());
    try {
      run.detector.restore(detector);
      if (!run.detector.taught()) teach(detector, evidence, pictures, run, saving);
      run.detector.explained =
          new DetectorCheck(config.painted(), control)
              .explained(detector, evidence, pictures.heldOut());
      return new AnomalyMaps(density, detector);
    } catch (IOException | InterruptedException | RuntimeException e) {
      detector.close();
      throw e;
    }
  }

  private void teach(
      Detector detector,
      Evidence evidence,
      TrainingPictures pictures,
      TrainingRun run,
      DetectorTraining.Saving saving)
      throws IOException, InterruptedException {
    try {
      detector.reserve(config.schedule().batchSize());
    } catch (InsufficientMemoryException e) {
      throw new IOException(e.getMessage(), e);
    }
    training.run(detector, evidence, pictures, run, saving);
    run.detector.end(detector);
    // CAVGA's own training, which follows, wants the memory.
    detector.endTraining();
  }
}
