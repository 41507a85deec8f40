package sc.fiji.cavga.method.disc;

import java.util.Arrays;
import java.util.List;
import sc.fiji.cavga.method.disc.limit.EyeNumbers;
import sc.fiji.cavga.method.disc.limit.NormalLimits;
import sc.fiji.cavga.method.disc.measure.DiscMeasurement;
import sc.fiji.cavga.model.examination.ScoreParts;

/**
 * The score of an eye: its deviations from the normal limits; or with labelled eyes, the logit that
 * a logistic regression learned from these.
 */
final class DiscScore implements ScoreParts {

  private static final List<Part> UNSUPERVISED =
      List.of(
          new Part("cdr_vertical", 1),
          new Part("cdr_area", 0.5),
          new Part("rim_inferior", 0),
          new Part("rim_superior", 0),
          new Part("thinnest_hours", 0.25),
          new Part("pale_share", 0.5));

  /** By which one deviation more raises the logit: about the evidence that real eyes give. */
  private static final double EXPECTED_LOGIT = 0.3;

  private static final List<Part> LEARNED = List.of(new Part("logit", 1));

  private final double[] deviations;
  private final float[] weights;

  private DiscScore(double[] deviations, float[] weights) {
    this.deviations = deviations;
    this.weights = weights;
  }

  /**
   * @param weights of each deviation and a constant; null without labels
   */
  static DiscScore of(DiscMeasurement eye, NormalLimits limits, float[] weights) {
    if (eye.reason().isEmpty())
      return new DiscScore(limits.deviations(EyeNumbers.of(eye)), weights);
    double[] unknown = new double[UNSUPERVISED.size()];
    Arrays.fill(unknown, Double.NaN);
    return new DiscScore(unknown, weights);
  }

  /** The deviations as a vector to learn from. */
  static float[] vector(double[] deviations) {
    float[] vector = new float[deviations.length];
    for (int i = 0; i < vector.length; i++) vector[i] = (float) deviations[i];
    return vector;
  }

  /** Weights of the deviations, of a logit, that are expected before any label is seen. */
  static double[] expectedWeights() {
    return UNSUPERVISED.stream().mapToDouble(part -> EXPECTED_LOGIT * part.weight()).toArray();
  }

  /** How many numbers {@link NormalLimits#deviations} gives. */
  static int length() {
    return UNSUPERVISED.size();
  }

  @Override
  public List<Part> parts() {
    return weights == null ? UNSUPERVISED : LEARNED;
  }

  @Override
  public double[] values(double share) {
    if (weights == null) return deviations.clone();
    double logit = weights[deviations.length];
    for (int i = 0; i < deviations.length; i++) logit += weights[i] * deviations[i];
    return new double[] {logit};
  }
}
