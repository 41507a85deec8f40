package sc.fiji.cavga.method.cavga.training;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import sc.fiji.cavga.compute.machine.NativeMemory;
import sc.fiji.cavga.feed.BatchOptions;
import sc.fiji.cavga.feed.Batches;
import sc.fiji.cavga.feed.TrainingControl;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.method.cavga.map.CavgaModel;
import sc.fiji.cavga.method.cavga.network.CavgaNetwork;
import sc.fiji.cavga.method.cavga.network.EncoderWeights;
import sc.fiji.cavga.method.cavga.network.NetworkConfig;
import sc.fiji.cavga.method.cavga.network.StepLosses;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.MethodTraining;
import sc.fiji.cavga.model.TrainingResult;
import sc.fiji.cavga.model.training.LossPoint;
import sc.fiji.cavga.model.training.TrainingDivergedException;
import sc.fiji.cavga.model.training.TrainingProgress;
import sc.fiji.cavga.model.training.TrainingState;
import sc.fiji.cavga.model.training.UnusableStateException;
import sc.fiji.cavga.preprocess.PictureBatch;
import sc.fiji.cavga.settings.Settings;

/** The training steps of CAVGA, epoch by epoch, until there is a reason to stop. */
public final class CavgaTraining {

  private final MethodTraining training;
  private final TrainingControl control;
  private final EncoderWeights encoder;
  private final NetworkConfig config;
  private final long seed;
  private final CavgaRun run = new CavgaRun();
  private Settings settings;
  private EarlyStopping stopping;
  private Validation validation;
  private int stepsPerEpoch;
  private long firstStep;
  private double before;

  /**
   * @param encoder what the encoder begins with; null for random weights
   */
  public CavgaTraining(MethodTraining training, EncoderWeights encoder) {
    this.training = training;
    this.control = training.control();
    this.encoder = encoder;
    this.config = CavgaSettings.network(training.settings());
    this.seed = training.settings().get(CommonSettings.SEED);
  }

  /** Trains to the end. */
  public TrainingResult run() throws IOException, InterruptedException {
    try (CavgaNetwork network = new CavgaNetwork(config, seed)) {
      training.reserve(network::reserve, config.weaklySupervised() ? 2 : 1);
      settings = training.settings();
      stopping = new EarlyStopping(settings);
      training.listener().stageBegun("Learning to reconstruct healthy eyes (CAVGA)", "Epoch");
      validation = new Validation(training.pictures().heldOut(), settings, control);
      if (training.resumed().isPresent()) {
        training.restore(state -> run.restore(network, state));
        for (LossPoint point : run.curves.points(settings)) training.listener().point(point, null);
      } else if (encoder != null) network.beginWith(encoder.arrays());
      training
          .listener()
          .shown(
              "Before the next step", new ReconstructionPreview(network, validation.previewed()));
      String stopped = steps(network);
      int best = stopping.best(run.curves) + 1;
      List<NamedArray> last = network.weights();
      TrainingResult result = finished(network, run.best, best, stopped);
      try {
        return best == run.epoch()
            ? result
            : result.withLast(finished(network, last, run.epoch(), stopped));
      } catch (IOException | InterruptedException | RuntimeException e) {
        result.close();
        throw e;
      }
    }
  }

  private BatchOptions options() {
    return training
        .pictures()
        .options(settings.get(CommonSettings.BATCH), seed, CommonSettings.augmentation(settings))
        .withOtherCameras(CommonSettings.otherCameras(settings));
  }

  private String steps(CavgaNetwork network) throws IOException, InterruptedException {
    try (Batches batches = training.pictures().batches(options(), run.step)) {
      stepsPerEpoch = CavgaSettings.stepsPerEpoch(batches.batchesPerEpoch(), settings);
      if (run.partial.count() >= stepsPerEpoch)
        throw new UnusableStateException(
            "its epoch has more steps than an epoch of these pictures.", null);
      before = training.secondsHere();
      firstStep = run.step;
      String reason = reasonToStop();
      while (reason == null) {
        step(network, batches);
        boolean epochEnded = run.partial.count() == stepsPerEpoch;
        if (epochEnded) endEpoch(network);
        training.betweenSteps(epochEnded, () -> state(network), () -> copy(network));
        reason = reasonToStop();
      }
      if (run.partial.count() > 0) endEpoch(network);
      return reason;
    }
  }

  private String reasonToStop() {
    if (run.step == 0) return null;
    if (control.finishing()) return "on request";
    if (training.timeShare() >= 1) return "time limit";
    if (run.partial.count() > 0) return null;
    if (run.epoch() >= settings.get(CavgaSettings.EPOCHS)) return "all epochs";
    return stopping.exhausted(run.curves) ? "no more improvement" : null;
  }

  private void step(CavgaNetwork network, Batches batches)
      throws IOException, InterruptedException {
    StepLosses losses = interruptibly(network, control.await(batches::next));
    requireFinite(losses, "");
    run.add(losses);
    training.listener().progressed(progress(losses, batches.waitingShare()));
  }

  /** A step of large pictures takes seconds, and nobody waits that long after Cancel. */
  private StepLosses interruptibly(CavgaNetwork network, PictureBatch batch)
      throws InterruptedException {
    network.betweenOperations(control::abandonIfCancelled);
    try {
      return network.step(
          batch,
          CavgaSettings.lossesIn(run.epoch(), settings),
          settings.get(CavgaSettings.LEARNING_RATE),
          run.step);
    } catch (CancellationException e) {
      throw new InterruptedException();
    } finally {
      network.betweenOperations(() -> {});
    }
  }

  private void requireFinite(StepLosses losses, String of) throws TrainingDivergedException {
    String name = LossMeans.notFinite(losses);
    if (name != null)
      throw new TrainingDivergedException(
          "The value of " + name + of, "epoch " + (run.epoch() + 1));
  }

  private void endEpoch(CavgaNetwork network) throws IOException, InterruptedException {
    StepLosses losses = validation.inTraining(network);
    requireFinite(losses, " on held-out pictures");
    EpochRecord record = run.close(losses);
    if (stopping.best(run.curves) == record.epoch() - 1) run.best = network.weights();
    training
        .listener()
        .point(
            record.point(CavgaSettings.losses(settings)),
            new ReconstructionPreview(network, validation.previewed()));
  }

  private TrainingProgress progress(StepLosses losses, double waitingShare) {
    int epochs = settings.get(CavgaSettings.EPOCHS);
    int done = run.epoch() * stepsPerEpoch + run.partial.count();
    int all = Math.max(done, epochs * stepsPerEpoch);
    double each = (training.secondsHere() - before) / (run.step - firstStep);
    return new TrainingProgress(
        "Epoch " + (run.epoch() + 1) + " of " + epochs,
        done,
        all,
        run.epoch() + run.partial.count() / (double) stepsPerEpoch,
        EpochRecord.validationLoss(losses, CavgaSettings.losses(settings)),
        training.seconds(),
        training.secondsLeft(each * (all - done)),
        waitingShare,
        NativeMemory.residentBytes());
  }

  private TrainingState state(CavgaNetwork network) throws TrainingDivergedException {
    // The losses were finite before the last update; what it made of the weights is not known yet.
    for (NamedArray array : network.weights())
      for (float value : array.values())
        if (!Float.isFinite(value))
          throw new TrainingDivergedException(
              "The weights of " + array.name(), "epoch " + (run.epoch() + 1));
    return run.state(network);
  }

  /** On another network: this one must go on as if nobody had asked. */
  private TrainingResult copy(CavgaNetwork network) throws IOException, InterruptedException {
    try (CavgaNetwork other = new CavgaNetwork(config, seed)) {
      return finished(other, network.weights(), run.epoch(), "copy on the way");
    }
  }

  /**
   * @param network to work with; its weights change
   * @param epoch after which the weights were such, from 1
   */
  private TrainingResult finished(
      CavgaNetwork network, List<NamedArray> weights, int epoch, String stopped)
      throws IOException, InterruptedException {
    network.setWeights(weights);
    StatisticsSettling statistics =
        StatisticsSettling.settle(
            network, settings, training.pictures().training(), validation, control);
    JsonObject record = new JsonObject();
    record.add("curves", run.curves.toJson());
    record.addProperty("epoch", epoch);
    record.addProperty("steps", run.step);
    record.addProperty("stopped", stopped);
    record.add("validation", LossMeans.toJson(statistics.losses()));
    record.addProperty("attention_informative", statistics.attentionIsInformative());
    record.add("statistics", statistics.toJson());
    if (encoder != null) record.addProperty("encoder_arrays_given", encoder.arrays().size());
    return new TrainingResult(
        new CavgaModel(config, network.weights()), record, warnings(statistics));
  }

  private static List<String> warnings(StatisticsSettling statistics) {
    List<String> warnings = new ArrayList<>();
    if (!statistics.attentionIsInformative())
      warnings.add(
          String.format(
              Locale.ROOT,
              "The attention carries no information (spread %.3f, %.0f %% saturated): do not use"
                  + " the attention map of this model.",
              statistics.losses().attentionSpread,
              100 * statistics.losses().attentionSaturated));
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
