package sc.fiji.cavga.train;

/** How long training goes on and in what steps. Immutable, validated here and nowhere else. */
public final class TrainingSchedule {

  /** For {@link #minutes}: as long as it takes. */
  public static final double NO_LIMIT = 0;

  /** For {@link #patience}: to the last epoch, whatever the validation says. */
  public static final int NO_EARLY_STOP = 0;

  private static final int MOST_EPOCHS = 5000;

  private final int epochs;
  private final int batchSize;
  private final double learningRate;
  private final int warmUpEpochs;
  private final int fewestSteps;
  private final int mostSteps;
  private final int patience;
  private final double minutes;

  /**
   * @param epochs 1 to 5000
   * @param batchSize pictures in a training step, 1 to 1024
   * @param learningRate of Adam, above 0 and at most 1
   * @param warmUpEpochs before the attention loss joins in, 0 or more
   * @param fewestSteps of an epoch: where the pictures are fewer, they come several times
   * @param mostSteps of an epoch: where the pictures are more, the next epoch goes on with the rest
   * @param patience epochs without improvement after which training ends, or {@link #NO_EARLY_STOP}
   * @param minutes after which training ends with what it has, or {@link #NO_LIMIT}; how far it
   *     comes depends on the machine then
   * @throws IllegalArgumentException with one sentence that names the value and its range
   */
  public TrainingSchedule(
      int epochs,
      int batchSize,
      double learningRate,
      int warmUpEpochs,
      int fewestSteps,
      int mostSteps,
      int patience,
      double minutes) {
    require(epochs >= 1 && epochs <= MOST_EPOCHS, "Epochs", "1 to " + MOST_EPOCHS, epochs);
    require(batchSize >= 1 && batchSize <= 1024, "The batch size", "1 to 1024", batchSize);
    require(
        learningRate > 0 && learningRate <= 1,
        "The learning rate",
        "above 0 and at most 1",
        learningRate);
    require(
        warmUpEpochs >= 0 && warmUpEpochs <= MOST_EPOCHS,
        "The attention's warm-up epochs",
        "0 to " + MOST_EPOCHS,
        warmUpEpochs);
    require(
        fewestSteps >= 1 && fewestSteps <= 1_000_000,
        "An epoch's fewest steps",
        "1 to 1000000",
        fewestSteps);
    require(
        mostSteps >= fewestSteps && mostSteps <= 1_000_000,
        "An epoch's most steps",
        fewestSteps + " (its fewest) to 1000000",
        mostSteps);
    require(
        patience >= 0 && patience <= MOST_EPOCHS,
        "The early-stopping patience",
        "1 to " + MOST_EPOCHS + " epochs, or 0 for none",
        patience);
    require(
        minutes >= 0 && minutes <= 100_000,
        "The time limit",
        "up to 100000 minutes, or 0 for none",
        minutes);
    this.epochs = epochs;
    this.batchSize = batchSize;
    this.learningRate = learningRate;
    this.warmUpEpochs = warmUpEpochs;
    this.fewestSteps = fewestSteps;
    this.mostSteps = mostSteps;
    this.patience = patience;
    this.minutes = minutes;
  }

  private static void require(boolean condition, String name, String range, Number value) {
    if (!condition)
      throw new IllegalArgumentException(name + " must be " + range + ", not " + value + ".");
  }

  public int epochs() {
    return epochs;
  }

  public int batchSize() {
    return batchSize;
  }

  public double learningRate() {
    return learningRate;
  }

  public int warmUpEpochs() {
    return warmUpEpochs;
  }

  public int fewestSteps() {
    return fewestSteps;
  }

  public int mostSteps() {
    return mostSteps;
  }

  public int patience() {
    return patience;
  }

  public double minutes() {
    return minutes;
  }

  /** How many steps make an epoch, where so many batches hold every picture once. */
  public int stepsPerEpoch(int batches) {
    return Math.max(fewestSteps, Math.min(mostSteps, batches));
  }
}
