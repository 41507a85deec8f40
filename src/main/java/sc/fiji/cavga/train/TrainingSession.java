package sc.fiji.cavga.train;

import com.google.gson.JsonElement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import sc.fiji.cavga.compute.machine.InsufficientMemoryException;
import sc.fiji.cavga.dataset.Dataset;
import sc.fiji.cavga.feed.Batches;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.model.AnomalyMaps;
import sc.fiji.cavga.model.CavgaModel;
import sc.fiji.cavga.model.ModelFile;
import sc.fiji.cavga.network.CavgaNetwork;

/** One training from its pictures to its files: what {@link Trainer} sets going. */
final class TrainingSession {

  private final TrainingControl control;
  private final TrainingListener listener;
  private final TrainingFiles files;
  private final Provenance provenance;
  private final LongSupplier nanoTime;
  private TrainingConfig config;
  private Path lastCheckpoint;

  TrainingSession(
      TrainingConfig config,
      TrainingControl control,
      TrainingListener listener,
      TrainingFiles files,
      Provenance provenance,
      LongSupplier nanoTime) {
    this.config = config;
    this.control = control;
    this.listener = listener;
    this.files = files;
    this.provenance = provenance;
    this.nanoTime = nanoTime;
  }

  /** The checkpoint that this session wrote last. */
  Optional<Path> lastCheckpoint() {
    return Optional.ofNullable(lastCheckpoint);
  }

  /**
   * @param from null to begin anew
   * @throws InterruptedException when it was cancelled
   */
  CavgaModel run(Dataset dataset, Checkpoint from, Duration checkpointInterval)
      throws IOException, InterruptedException {
    TrainingPictures pictures = TrainingPictures.of(dataset, config, control, listener);
    try (CavgaNetwork network = new CavgaNetwork(config.network(), config.seed())) {
      reserve(network, from != null);
      return run(network, pictures, from, checkpointInterval);
    }
  }

  /** A resumed training keeps its batch size, or it would no longer be the same training. */
  private void reserve(CavgaNetwork network, boolean resumed) throws IOException {
    try {
      if (resumed) network.reserve(config.schedule().batchSize());
      else config = FittingBatch.of(config, network::reserve, listener::warned);
    } catch (InsufficientMemoryException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private CavgaModel run(
      CavgaNetwork network, TrainingPictures pictures, Checkpoint from, Duration checkpointInterval)
      throws IOException, InterruptedException {
    if (from == null) provenance.begin(network);
    TrainingRun run =
        from == null ? new TrainingRun() : from.restore(network, config, pictures.fingerprint());
    CheckpointSchedule schedule = new CheckpointSchedule(checkpointInterval, nanoTime);
    try (Batches batches = pictures.batches(config, run.step)) {
      int steps = config.schedule().stepsPerEpoch(batches.batchesPerEpoch());
      if (run.partial.count() >= steps)
        throw new IOException(
            "The checkpoint "
                + from.file()
                + " cannot be resumed: its epoch has more steps than an epoch of these pictures.");
      announce(pictures, steps, run);
      try (AnomalyMaps places =
          new LocalStep(config, control, listener, nanoTime)
              .learn(pictures, run, teaching(network, pictures, run, schedule))) {
        Validation validation = new Validation(pictures.heldOut(), config, control);
        ModelFinisher completion =
            new ModelFinisher(config, control, listener, pictures, validation, provenance, places);
        TrainingLoop loop =
            new TrainingLoop(config, control, listener, nanoTime, network, run, steps);
        String stopped =
            loop.run(
                batches, validation, saving(network, pictures, run, loop, schedule, completion));
        return finish(network, run, completion, stopped, loop.seconds());
      }
    }
  }

  private SegmentationNetTraining.Saving teaching(
      CavgaNetwork network,
      TrainingPictures pictures,
      TrainingRun run,
      CheckpointSchedule schedule) {
    return detector -> {
      if (!schedule.due(false)) return;
      run.detector.save(detector);
      checkpoint(network, pictures, run, run.secondsBefore, schedule);
    };
  }

  private void announce(TrainingPictures pictures, int steps, TrainingRun run) {
    listener.begun(
        new TrainingPlan(
            config,
            files,
            pictures.training().count(),
            pictures.heldOut().count(),
            pictures.anomalous().count(),
            steps,
            run.epoch()));
  }

  private TrainingLoop.Saving saving(
      CavgaNetwork network,
      TrainingPictures pictures,
      TrainingRun run,
      TrainingLoop loop,
      CheckpointSchedule schedule,
      ModelFinisher completion) {
    return new TrainingLoop.Saving() {
      @Override
      public void offer(boolean epochEnded) throws IOException {
        if (!schedule.due(epochEnded)) return;
        checkpoint(network, pictures, run, loop.seconds(), schedule);
      }

      @Override
      public void copy(Path file) throws IOException, InterruptedException {
        // On another network: this one must go on as if nobody had asked.
        try (CavgaNetwork other = new CavgaNetwork(config.network(), config.seed())) {
          ModelFile.write(
              file,
              completion.complete(
                  other, network.weights(), run.epoch(), run, "copy on the way", loop.seconds()));
        }
        listener.copyWritten(file);
      }
    };
  }

  private void checkpoint(
      CavgaNetwork network,
      TrainingPictures pictures,
      TrainingRun run,
      double seconds,
      CheckpointSchedule schedule)
      throws IOException {
    long started = nanoTime.getAsLong();
    List<NamedArray> weights = network.weights();
    // The losses were finite before the last update; what it made of the weights is not known yet.
    for (NamedArray array : weights)
      for (float value : array.values())
        if (!Float.isFinite(value))
          throw new TrainingDivergedException("The weights of " + array.name(), run.epoch() + 1);
    CavgaModel model =
        new CavgaModel(
            config.network(),
            pictures.preprocessing(),
            Map.of(),
            weights,
            TrainingRecord.interim(config, run.curves),
            provenance.toJson(pictures, seconds));
    Checkpoint.write(files.checkpoint(), model, network, pictures.fingerprint(), run, seconds);
    lastCheckpoint = files.checkpoint();
    schedule.written(started);
    listener.checkpointWritten(lastCheckpoint);
  }

  private CavgaModel finish(
      CavgaNetwork network,
      TrainingRun run,
      ModelFinisher completion,
      String stopped,
      double seconds)
      throws IOException, InterruptedException {
    int last = run.epoch();
    int best = new EarlyStopping(config).best(run.curves) + 1;
    List<NamedArray> lastWeights = network.weights();
    CavgaModel bestModel = completion.complete(network, run.best, best, run, stopped, seconds);
    for (JsonElement warning : bestModel.training().getAsJsonArray(TrainingRecord.WARNINGS))
      listener.warned(warning.getAsString());
    CavgaModel lastModel =
        best == last
            ? bestModel
            : completion.complete(network, lastWeights, last, run, stopped, seconds);
    control.check();
    ModelFile.write(files.best(), bestModel);
    ModelFile.write(files.last(), lastModel);
    return bestModel;
  }
}
