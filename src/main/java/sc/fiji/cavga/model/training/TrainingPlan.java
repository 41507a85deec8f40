package sc.fiji.cavga.model.training;

import java.util.List;
import java.util.Objects;
import sc.fiji.cavga.feed.TrainingPictures;

/** What a training is about to do, known once its pictures were looked at. Immutable. */
public final class TrainingPlan {

  private final List<String> methods;
  private final TrainingFiles files;
  private final int trainingPictures;
  private final int heldOutPictures;
  private final int anomalousPictures;

  /**
   * @param methods names of the methods that are trained, in order
   */
  public TrainingPlan(List<String> methods, TrainingFiles files, TrainingPictures pictures) {
    this.methods = List.copyOf(methods);
    this.files = Objects.requireNonNull(files);
    this.trainingPictures = pictures.training().count();
    this.heldOutPictures = pictures.heldOut().count();
    this.anomalousPictures = pictures.anomalous().count();
  }

  /** In order; unmodifiable. */
  public List<String> methods() {
    return methods;
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
}
