package sc.fiji.cavga.model.training;

import java.util.Objects;

/** How far a method's training is after a step. Immutable. */
public final class TrainingProgress {

  private final String activity;
  private final int step;
  private final int steps;
  private final double position;
  private final double loss;
  private final double secondsElapsed;
  private final double secondsLeft;
  private final double waitingShare;
  private final long memoryBytes;

  /**
   * @param activity what is being done, such as "Epoch 3 of 40"
   * @param step of all steps, from 1
   * @param steps at most
   * @param position of the step on the axis of the loss curve
   * @param loss of this step; NaN where a step has none
   * @param secondsElapsed since training began, time before a resumed training's checkpoint
   *     included
   * @param secondsLeft an estimate for all steps, or until the time limit
   * @param waitingShare of the time that was spent waiting for pictures to be read, 0 to 1
   * @param memoryBytes what this process holds of the machine's memory
   */
  public TrainingProgress(
      String activity,
      int step,
      int steps,
      double position,
      double loss,
      double secondsElapsed,
      double secondsLeft,
      double waitingShare,
      long memoryBytes) {
    this.activity = Objects.requireNonNull(activity);
    this.step = step;
    this.steps = steps;
    this.position = position;
    this.loss = loss;
    this.secondsElapsed = secondsElapsed;
    this.secondsLeft = secondsLeft;
    this.waitingShare = waitingShare;
    this.memoryBytes = memoryBytes;
  }

  public String activity() {
    return activity;
  }

  /** From 1. */
  public int step() {
    return step;
  }

  /** At most; an early stop would come sooner. */
  public int steps() {
    return steps;
  }

  /** On the axis of the loss curve. */
  public double position() {
    return position;
  }

  public double loss() {
    return loss;
  }

  /** The share of all steps that is done, 0 to 1. */
  public double share() {
    return step / (double) steps;
  }

  public double secondsElapsed() {
    return secondsElapsed;
  }

  public double secondsLeft() {
    return secondsLeft;
  }

  public double waitingShare() {
    return waitingShare;
  }

  public long memoryBytes() {
    return memoryBytes;
  }
}
