package sc.fiji.cavga.method.local;

import java.util.List;
import sc.fiji.cavga.model.examination.ScoreParts;
import sc.fiji.cavga.plane.TopShare;

/**
 * What the U-Net and the distance say of a picture as a whole: logarithms of their means at the
 * highest places. Neither alone ranks pictures as well: the U-Net overlooks what no synthetic
 * anomaly resembles, and the distance what is small.
 */
final class LocalScoreParts implements ScoreParts {

  /** Less than a pixel of any picture that can be trained with. */
  static final double LEAST_PROBABILITY = 1e-6;

  /** In half squared distances, or in standard deviations under weak supervision. */
  static final double LEAST_DISTANCE = 0.1;

  private final float[] logits;
  private final float[] distance;
  private final double distanceWeight;

  /**
   * @param logits of the U-Net, [H,W], NaN outside the field of view
   * @param distance [H,W], NaN outside the field of view
   */
  LocalScoreParts(float[] logits, float[] distance, double distanceWeight) {
    this.logits = logits;
    this.distance = distance;
    this.distanceWeight = distanceWeight;
  }

  @Override
  public List<Part> parts() {
    return List.of(
        new Part("segmentation_net", 1), new Part("half_mahalanobis_distance", distanceWeight));
  }

  @Override
  public double[] values(double share) {
    float[] probabilities = new float[logits.length];
    for (int i = 0; i < logits.length; i++)
      probabilities[i] = (float) (1 / (1 + Math.exp(-logits[i])));
    return new double[] {
      Math.log(Math.max(LEAST_PROBABILITY, TopShare.mean(probabilities, share))),
      Math.log(Math.max(LEAST_DISTANCE, TopShare.mean(distance, share)))
    };
  }
}
