package sc.fiji.cavga.model;

import sc.fiji.cavga.plane.TopShare;

/** What the two parts of a joined default map say of a picture as a whole. */
final class ScoreParts {

  /** Less than a pixel of any picture that can be trained with. */
  private static final double LEAST_PROBABILITY = 1e-6;

  /** In half squared distances, or in spreads under weak supervision; its logarithm must exist. */
  private static final double LEAST_SURPRISE = 0.1;

  private final double detector;
  private final double density;

  /**
   * @param detector the logarithm of the detector's mean probability in the likeliest places
   * @param density the logarithm of the density's mean surprise at the most unusual places
   */
  ScoreParts(double detector, double density) {
    this.detector = detector;
    this.density = density;
  }

  /**
   * @param logits of the detector, [H,W], NaN outside the field of view
   * @param surprise of the density, [H,W], NaN outside the field of view
   * @param share of each, the largest, that counts
   * @return NaN where nothing lies inside the field of view
   */
  static ScoreParts of(float[] logits, float[] surprise, double share) {
    float[] probabilities = new float[logits.length];
    for (int i = 0; i < logits.length; i++)
      probabilities[i] = (float) (1 / (1 + Math.exp(-logits[i])));
    return new ScoreParts(
        Math.log(Math.max(LEAST_PROBABILITY, TopShare.mean(probabilities, share))),
        Math.log(Math.max(LEAST_SURPRISE, TopShare.mean(surprise, share))));
  }

  double detector() {
    return detector;
  }

  double density() {
    return density;
  }

  boolean known() {
    return !Double.isNaN(detector) && !Double.isNaN(density);
  }
}
