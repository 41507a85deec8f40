package sc.fiji.cavga.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How anomalous a picture is as a whole, where the default map is joined of what a detector and a
 * density say: the sum of their {@link ScoreParts}, each in spreads above the mean of held-out
 * normal pictures. Neither alone ranks pictures as well: the detector overlooks what nothing
 * painted resembles, and the density what is small.
 *
 * <p>Learned in {@link CalibrationFitting}, kept in the {@link Calibration}.
 */
final class ImageScore {

  /**
   * What a spread of the density's sign counts beside one of the detector's, if nothing is said.
   */
  static final double DENSITY_WEIGHT = 0.5;

  /** The same where labels have weighed the density. */
  static final double WEIGHED_DENSITY_WEIGHT = 1;

  /** Fewer cannot judge each other. */
  private static final int FEWEST_PICTURES = 3;

  /** Of logarithms: normal pictures that are all alike would give zero. */
  private static final double SMALLEST_SPREAD = 0.05;

  private final double detectorMean;
  private final double detectorSpread;
  private final double densityMean;
  private final double densitySpread;
  private final double densityWeight;

  /**
   * @param detectorMean of the detector's sign over normal pictures
   * @param detectorSpread its standard deviation, positive
   * @param densityMean of the density's sign over normal pictures
   * @param densitySpread its standard deviation, positive
   * @param densityWeight what the density counts beside the detector, 0 or more
   * @throws IllegalArgumentException with one sentence when a number is out of range
   */
  ImageScore(
      double detectorMean,
      double detectorSpread,
      double densityMean,
      double densitySpread,
      double densityWeight) {
    if (!(Double.isFinite(detectorMean)
        && Double.isFinite(densityMean)
        && isPositive(detectorSpread)
        && isPositive(densitySpread)
        && Double.isFinite(densityWeight)
        && densityWeight >= 0))
      throw new IllegalArgumentException(
          "A picture's score needs finite means, positive spreads and a weight of 0 or more.");
    this.detectorMean = detectorMean;
    this.detectorSpread = detectorSpread;
    this.densityMean = densityMean;
    this.densitySpread = densitySpread;
    this.densityWeight = densityWeight;
  }

  private static boolean isPositive(double value) {
    return value > 0 && Double.isFinite(value);
  }

  /**
   * @param normal signs of normal pictures, not learned from, at least one
   */
  static ImageScore of(List<ScoreParts> normal, double densityWeight) {
    double detectorMean = mean(normal, ScoreParts::detector);
    double densityMean = mean(normal, ScoreParts::density);
    return new ImageScore(
        detectorMean,
        spread(normal, ScoreParts::detector, detectorMean),
        densityMean,
        spread(normal, ScoreParts::density, densityMean),
        densityWeight);
  }

  /** The scores of normal pictures, each judged by the others: by itself it looks more normal. */
  static float[] ofEachByTheOthers(List<ScoreParts> normal, double densityWeight) {
    float[] scores = new float[normal.size()];
    for (int i = 0; i < scores.length; i++) {
      List<ScoreParts> others = new ArrayList<>(normal);
      if (scores.length >= FEWEST_PICTURES) others.remove(i);
      scores[i] = (float) of(others, densityWeight).score(normal.get(i));
    }
    return scores;
  }

  private static double mean(List<ScoreParts> signs, ToDoubleFunction<ScoreParts> sign) {
    return signs.stream().mapToDouble(sign).sum() / signs.size();
  }

  private static double spread(
      List<ScoreParts> signs, ToDoubleFunction<ScoreParts> sign, double mean) {
    double squares =
        signs.stream().mapToDouble(sign).map(each -> (each - mean) * (each - mean)).sum();
    return Math.max(SMALLEST_SPREAD, Math.sqrt(squares / Math.max(1, signs.size() - 1)));
  }

  /**
   * @return in spreads; NaN where the picture shows nothing
   */
  double score(ScoreParts signs) {
    return (signs.detector() - detectorMean) / detectorSpread
        + densityWeight * (signs.density() - densityMean) / densitySpread;
  }

  double detectorMean() {
    return detectorMean;
  }

  double detectorSpread() {
    return detectorSpread;
  }

  double densityMean() {
    return densityMean;
  }

  double densitySpread() {
    return densitySpread;
  }

  double densityWeight() {
    return densityWeight;
  }
}
