package sc.fiji.cavga.train;

import java.util.Objects;

/** What a training is about to do, known once its pictures were looked at. Immutable. */
public final class TrainingPlan {

  private final TrainingConfig config;
  private final TrainingFiles files;
  private final int trainingPictures;
  private final int heldOutPictures;
  private final int anomalousPictures;
  private final int stepsPerEpoch;
  private final int epochsDone;

  TrainingPlan(
      TrainingConfig config,
      TrainingFiles files,
      int trainingPictures,
      int heldOutPictures,
      int anomalousPictures,
      int stepsPerEpoch,
      int epochsDone) {
    this.config = Objects.requireNonNull(config);
    this.files = Objects.requireNonNull(files);
    this.trainingPictures = trainingPictures;
    this.heldOutPictures = heldOutPictures;
    this.anomalousPictures = anomalousPictures;
    this.stepsPerEpoch = stepsPerEpoch;
    this.epochsDone = epochsDone;
  }

  public TrainingConfig config() {
    return config;
  }

  public TrainingFiles files() {
    return files;
  }

  /** Normal pictures to learn from. */
  public int trainingPictures() {
    return trainingPictures;
  }

  /** Normal pictures for validation and calibration. */
  public int heldOutPictures() {
    return heldOutPictures;
  }

  /** Zero where training is unsupervised. */
  public int anomalousPictures() {
    return anomalousPictures;
  }

  public int stepsPerEpoch() {
    return stepsPerEpoch;
  }

  /** Zero unless training is resumed. */
  public int epochsDone() {
    return epochsDone;
  }
}
