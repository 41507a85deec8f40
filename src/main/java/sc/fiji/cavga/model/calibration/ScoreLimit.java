package sc.fiji.cavga.model.calibration;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The score threshold where held-out normal pictures are too few to judge each other. Whatever two
 * pictures are, each lies as far from their mean as the other, so that their own scores say nothing
 * of a third one.
 *
 * <p>Their spread is known from one degree of freedom alone. Where the scores of normal pictures
 * are normally distributed, a further one lies below mean + t &middot; spread &middot; sqrt(1 +
 * 1/2) in the asked share of cases, t being that quantile of Student's t with one degree of
 * freedom.
 */
public final class ScoreLimit {

  private static final int FEWEST = 2;

  private ScoreLimit() {}

  /**
   * What the user should know of the thresholds.
   *
   * @param pictures that are held out, normal
   * @return one sentence; empty where they are enough
   */
  public static Optional<String> doubt(int pictures) {
    if (pictures >= ImageScore.FEWEST_PICTURES) return Optional.empty();
    return Optional.of(
        "The score threshold comes from only "
            + pictures
            + " held-out pictures and is very wide (Student's t): few eyes will be called anomalous;"
            + " hold out at least "
            + ImageScore.FEWEST_PICTURES
            + ", better 20.");
  }

  /** Whether a sentence is a {@link #doubt}. */
  public static boolean isDoubt(String sentence) {
    return IntStream.range(0, ImageScore.FEWEST_PICTURES)
        .anyMatch(pictures -> doubt(pictures).filter(sentence::equals).isPresent());
  }

  /** Whether so many held-out pictures need it. */
  static boolean isNeeded(int pictures) {
    return pictures < ImageScore.FEWEST_PICTURES;
  }

  /**
   * How far above the mean of the held-out pictures a further normal one may lie.
   *
   * @param pictures that show something
   * @param quantile the share of normal pictures below, in (0,1)
   * @return in standard deviations of the held-out pictures
   * @throws IllegalStateException with one sentence when one picture is all, which has no spread
   */
  static double spreads(int pictures, double quantile) {
    if (pictures < FEWEST)
      throw new IllegalStateException(
          "Only one held-out picture shows enough to calibrate with, and one does not say how much"
              + " healthy eyes differ: add pictures, or hold out more.");
    // With one degree of freedom it is Cauchy's distribution, whose quantiles are tangents.
    double t = StrictMath.tan(Math.PI * (quantile - 0.5));
    return t * Math.sqrt(1 + 1.0 / pictures);
  }

  /**
   * @param scores of the held-out pictures, each judged by the other; NaN where one shows nothing
   * @return the threshold
   */
  static double of(float[] scores, double quantile) {
    double sum = 0;
    int count = 0;
    for (float score : scores)
      if (!Float.isNaN(score)) {
        sum += score;
        count++;
      }
    double mean = sum / count;
    double squares = 0;
    for (float score : scores) if (!Float.isNaN(score)) squares += (score - mean) * (score - mean);
    return mean + spreads(count, quantile) * Math.sqrt(squares);
  }
}
