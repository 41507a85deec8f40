package sc.fiji.cavga.model.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sc.fiji.cavga.plane.TopShare;

/**
 * What labels of whole pictures tell a map beside the look of its places: how likely a picture is
 * anomalous, by its most unusual places together. A place is anomalous only in an anomalous
 * picture, so P(place) = P(place | anomalous picture) · P(anomalous picture), and the logarithm of
 * the latter is added to the map: where nothing speaks for an anomaly, small deviations count less.
 * It is never positive, so that no picture is marked more for it, and bounded, so that nothing
 * clear vanishes.
 *
 * <p>Learned in {@link CalibrationFitting}, kept in the {@link Calibration}.
 */
final class ImagePrior {

  /**
   * What a unit of ln P counts beside one spread of a place's deviation. More ranks pixels of IDRiD
   * a little better still, and marks more of the healthy retina in anomalous pictures.
   */
  static final double WEIGHT = 0.25;

  /** A picture that looks as normal as can be may yet hold an anomaly. */
  static final double LEAST_PROBABILITY = 0.01;

  /** In spreads; its logarithm must exist. */
  static final double LEAST_DEVIATION = 0.1;

  /** The mean deviation, in spreads, at which a picture is as likely anomalous as normal. */
  final double middle;

  /** Of the logit over the mean deviation's logarithm. */
  final double slope;

  /**
   * @param middle the mean deviation, in spreads, at which a picture is as likely anomalous as
   *     normal, positive
   * @param slope of the logit over the mean deviation's logarithm, positive
   * @throws IllegalArgumentException with one sentence when one of them is not positive and finite
   */
  ImagePrior(double middle, double slope) {
    if (!(middle > 0 && slope > 0 && Double.isFinite(middle) && Double.isFinite(slope)))
      throw new IllegalArgumentException(
          "A picture's prior needs a positive middle and slope, not "
              + middle
              + " and "
              + slope
              + ".");
    this.middle = middle;
    this.slope = slope;
  }

  /**
   * @param normal mean deviations of normal pictures, not learned from, at least one
   * @param anomalous mean deviations of anomalous pictures, at least one
   * @return empty when anomalous pictures do not deviate more
   */
  static Optional<ImagePrior> learn(List<Double> normal, List<Double> anomalous) {
    float[] line = LogisticRegression.fit(logarithms(normal), logarithms(anomalous));
    if (!(line[0] > 0)) return Optional.empty();
    return Optional.of(new ImagePrior(Math.exp(-line[1] / line[0]), line[0]));
  }

  private static List<float[]> logarithms(List<Double> deviations) {
    List<float[]> logarithms = new ArrayList<>();
    for (double each : deviations) logarithms.add(new float[] {(float) logarithm(each)});
    return logarithms;
  }

  private static double logarithm(double deviation) {
    return Math.log(Math.max(deviation, LEAST_DEVIATION));
  }

  /**
   * @param deviation of a picture: the mean of its largest deviations, in spreads
   * @return what is added to each of its deviations, in spreads, at most 0; never falls as the
   *     deviation rises
   */
  double lowering(double deviation) {
    double logit = slope * (logarithm(deviation) - Math.log(middle));
    return WEIGHT * Math.log(Math.max(LEAST_PROBABILITY, 1 / (1 + Math.exp(-logit))));
  }

  /**
   * Lowers a picture's deviations by what they together tell.
   *
   * @param deviations [H,W], in spreads, NaN where nothing is known; changed
   * @param share of them, the largest, whose mean tells
   */
  void lower(float[] deviations, double share) {
    float lowering = (float) lowering(TopShare.mean(deviations, share));
    for (int i = 0; i < deviations.length; i++) deviations[i] += lowering;
  }
}
