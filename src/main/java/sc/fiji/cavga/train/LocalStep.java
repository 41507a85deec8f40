package sc.fiji.cavga.train;

import java.io.IOException;
import java.util.function.LongSupplier;
import sc.fiji.cavga.compute.machine.InsufficientMemoryException;
import sc.fiji.cavga.model.AnomalyMaps;
import sc.fiji.cavga.model.DefaultMapSource;
import sc.fiji.cavga.model.NormalDensity;
import sc.fiji.cavga.model.ZScores;
import sc.fiji.cavga.network.SegmentationNet;

/**
 * Learns what the default map is made of before CAVGA itself is trained: what normal places look
 * like, and what painted anomalies look like among them.
 */
final class LocalStep {

  private final TrainingConfig config;
  private final TrainingControl control;
  private final SegmentationNetTraining training;

  LocalStep(
      TrainingConfig config,
      TrainingControl control,
      TrainingListener listener,
      LongSupplier nanoTime) {
    this.config = config;
    this.control = control;
    training = new SegmentationNetTraining(config, control, listener, nanoTime);
  }

  /**
   * @param run whose detector goes on where it was
   * @return to be closed
   */
  AnomalyMaps learn(
      TrainingPictures pictures, TrainingRun run, SegmentationNetTraining.Saving saving)
      throws IOException, InterruptedException {
    if (config.defaultMap() == DefaultMapSource.NETWORK) return new AnomalyMaps();
    NormalDensity density =
        new GaussianFieldStep(control).fit(pictures.training(), config.painted().aligned());
    if (config.defaultMap() == DefaultMapSource.DENSITY) return new AnomalyMaps(density, null);
    ZScores evidence = new ZScores(density);
    SegmentationNet detector =
        new SegmentationNet(evidence.size(), evidence.channels(), config.seed());
    try {
      run.detector.restore(detector);
      if (!run.detector.taught()) teach(detector, evidence, pictures, run, saving);
      run.detector.explained =
          new SegmentationNetCheck(config.painted(), control)
              .explained(detector, evidence, pictures.heldOut());
      return new AnomalyMaps(density, detector);
    } catch (IOException | InterruptedException | RuntimeException e) {
      detector.close();
      throw e;
    }
  }

  private void teach(
      SegmentationNet detector,
      ZScores evidence,
      TrainingPictures pictures,
      TrainingRun run,
      SegmentationNetTraining.Saving saving)
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
