package sc.fiji.cavga.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;
import sc.fiji.cavga.compute.machine.NativeMemory;
import sc.fiji.cavga.feed.Batches;
import sc.fiji.cavga.network.CavgaNetwork;
import sc.fiji.cavga.network.StepLosses;
import sc.fiji.cavga.preprocess.PictureBatch;

/** The training steps, epoch by epoch, until there is a reason to stop. */
final class TrainingLoop {

  /** What the loop asks for between two steps. */
  interface Saving {

    /** A checkpoint may be written now. */
    void offer(boolean epochEnded) throws IOException;

    /** Someone wants the model as it is now. */
    void copy(Path file) throws IOException, InterruptedException;
  }

  private static final double NANOSECONDS = 1e9;

  private final TrainingConfig config;
  private final TrainingControl control;
  private final TrainingListener listener;
  private final LongSupplier nanoTime;
  private final CavgaNetwork network;
  private final TrainingRun run;
  private final EarlyStopping stopping;
  private final int stepsPerEpoch;
  private final long began;
  private final long firstStep;

  TrainingLoop(
      TrainingConfig config,
      TrainingControl control,
      TrainingListener listener,
      LongSupplier nanoTime,
      CavgaNetwork network,
      TrainingRun run,
      int stepsPerEpoch) {
    this.config = config;
    this.control = control;
    this.listener = listener;
    this.nanoTime = nanoTime;
    this.network = network;
    this.run = run;
    this.stepsPerEpoch = stepsPerEpoch;
    stopping = new EarlyStopping(config);
    began = nanoTime.getAsLong();
    firstStep = run.step;
  }

  /**
   * Trains to the end; the network then has the last weights.
   *
   * @return why training ended
   */
  String run(Batches batches, Validation validation, Saving saving)
      throws IOException, InterruptedException {
    String reason = reasonToStop();
    while (reason == null) {
      step(batches);
      boolean epochEnded = run.partial.count() == stepsPerEpoch;
      if (epochEnded) endEpoch(validation);
      saving.offer(epochEnded);
      for (Optional<Path> copy = control.nextCopy(); copy.isPresent(); copy = control.nextCopy())
        saving.copy(copy.get());
      reason = reasonToStop();
    }
    if (run.partial.count() > 0) endEpoch(validation);
    return reason;
  }

  private String reasonToStop() {
    if (run.step == 0) return null;
    if (control.finishing()) return "on request";
    double minutes = config.schedule().minutes();
    if (minutes != TrainingSchedule.NO_LIMIT && seconds() >= 60 * minutes) return "time limit";
    if (run.partial.count() > 0) return null;
    if (run.epoch() >= config.schedule().epochs()) return "all epochs";
    return stopping.exhausted(run.curves) ? "no more improvement" : null;
  }

  private void step(Batches batches) throws IOException, InterruptedException {
    PictureBatch batch = control.await(batches::next);
    StepLosses losses = interruptibly(batch);
    requireFinite(losses, "");
    run.add(losses);
    listener.batch(progress(losses, batches.waitingShare()));
  }

  /** A step of large pictures takes seconds, and nobody waits that long after Cancel. */
  private StepLosses interruptibly(PictureBatch batch) throws InterruptedException {
    network.betweenOperations(control::abandonIfCancelled);
    try {
      return network.step(
          batch, config.lossesIn(run.epoch()), config.schedule().learningRate(), run.step);
    } catch (CancellationException e) {
      throw new InterruptedException();
    } finally {
      network.betweenOperations(() -> {});
    }
  }

  private void requireFinite(StepLosses losses, String of) throws TrainingDivergedException {
    String name = LossMeans.notFinite(losses);
    if (name != null)
      throw new TrainingDivergedException("The value of " + name + of, run.epoch() + 1);
  }

  private void endEpoch(Validation validation) throws IOException, InterruptedException {
    StepLosses losses = validation.inTraining(network);
    requireFinite(losses, " on held-out pictures");
    EpochRecord record = run.close(losses);
    if (stopping.best(run.curves) == record.epoch() - 1) run.best = network.weights();
    listener.epoch(record, new ValidationPreview(network, validation.previewed()));
  }

  private TrainingProgress progress(StepLosses losses, double waitingShare) {
    int epochs = config.schedule().epochs();
    double here = (nanoTime.getAsLong() - began) / NANOSECONDS;
    long stepsLeft =
        Math.max(0, (long) (epochs - run.epoch()) * stepsPerEpoch - run.partial.count());
    double left = here / (run.step - firstStep) * stepsLeft;
    double minutes = config.schedule().minutes();
    if (minutes != TrainingSchedule.NO_LIMIT)
      left = Math.min(left, Math.max(0, 60 * minutes - seconds()));
    return new TrainingProgress(
        run.epoch() + 1,
        epochs,
        run.partial.count(),
        stepsPerEpoch,
        losses,
        seconds(),
        left,
        waitingShare,
        NativeMemory.residentBytes());
  }

  /** Spent on this training, before a checkpoint included. */
  double seconds() {
    return run.secondsBefore + (nanoTime.getAsLong() - began) / NANOSECONDS;
  }
}
