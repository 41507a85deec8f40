package sc.fiji.cavga.train;

import sc.fiji.cavga.network.StepLosses;

/** How far training is after a step. Immutable. */
public final class TrainingProgress {

  private final int epoch;
  private final int epochs;
  private final int batch;
  private final int batches;
  private final StepLosses losses;
  private final double secondsElapsed;
  private final double secondsLeft;
  private final double waitingShare;
  private final long memoryBytes;

  TrainingProgress(
      int epoch,
      int epochs,
      int batch,
      int batches,
      StepLosses losses,
      double secondsElapsed,
      double secondsLeft,
      double waitingShare,
      long memoryBytes) {
    this.epoch = epoch;
    this.epochs = epochs;
    this.batch = batch;
    this.batches = batches;
    this.losses = losses;
    this.secondsElapsed = secondsElapsed;
    this.secondsLeft = secondsLeft;
    this.waitingShare = waitingShare;
    this.memoryBytes = memoryBytes;
  }

  /** From 1. */
  public int epoch() {
    return epoch;
  }

  public int epochs() {
    return epochs;
  }

  /** The batch that was just trained on, from 1. */
  public int batch() {
    return batch;
  }

  /** How many an epoch has. */
  public int batches() {
    return batches;
  }

  /** Of this one step. */
  public StepLosses losses() {
    return losses;
  }

  /** The share of all steps that is done, 0 to 1. */
  public double share() {
    return ((epoch - 1.0) * batches + batch) / ((double) epochs * batches);
  }

  /** Since training began, time before a resumed training's checkpoint included. */
  public double secondsElapsed() {
    return secondsElapsed;
  }

  /** An estimate for all epochs, or until the time limit; an early stop would come sooner. */
  public double secondsLeft() {
    return secondsLeft;
  }

  /** The share of the time that was spent waiting for pictures to be read, 0 to 1. */
  public double waitingShare() {
    return waitingShare;
  }

  /** What this process holds of the machine's memory, tensors and Java's heap together. */
  public long memoryBytes() {
    return memoryBytes;
  }
}
