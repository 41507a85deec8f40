package sc.fiji.cavga.model.calibration;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * The score threshold where held-out normal pictures are too few for a quantile: where hardly one
 * of them lies above, which one it is is a matter of chance. Their mean and spread are known
 * better. Where scores of normal pictures are normally distributed, a further one lies below mean +
 * t &middot; spread &middot; sqrt(1 + 1/n) in the asked share of cases, t being that quantile of
 * Student's t with n − 1 degrees of freedom (a prediction limit).
 */
public final class ScoreLimit {

  /** Of fewer patients the limit is wide, and training warns. */
  static final int FEW = 5;

  /** So many pictures have to lie above a quantile of theirs. */
  private static final int ABOVE = 2;

  /** Maps without parts, which judge each other place by place, are enough for a quantile. */
  private static final int ENOUGH_MAPS = 3;

  private static final int FEWEST = 2;

  /** Pictures that are all alike. */
  private static final double SMALLEST_SPREAD = 1e-9;

  private ScoreLimit() {}

  /**
   * What the user should know of the thresholds.
   *
   * @param pictures that are held out, normal
   * @return one sentence; empty where they are enough
   */
  public static Optional<String> doubt(int pictures) {
    if (pictures >= FEW) return Optional.empty();
    return Optional.of(
        "The score threshold comes from only "
            + pictures
            + " held-out pictures and is very wide (Student's t): few eyes will be called anomalous;"
            + " hold out at least "
            + FEW
            + ", better 20.");
  }

  /** Whether a sentence is a {@link #doubt}. */
  public static boolean isDoubt(String sentence) {
    return IntStream.range(0, FEW)
        .anyMatch(pictures -> doubt(pictures).filter(sentence::equals).isPresent());
  }

  /**
   * Whether so many held-out patients need it.
   *
   * @param quantile the share of normal pictures below, in (0,1)
   * @param parts whether the map comes with parts of a score
   */
  static boolean isNeeded(int patients, double quantile, boolean parts) {
    // 1 - 0.95 is a little more than a twentieth, and 1 - 0.9 a little less than a tenth.
    return parts ? patients * (1 - quantile) < ABOVE - 1e-9 : patients < ENOUGH_MAPS;
  }

  /**
   * @param scores of the held-out pictures; none where they are not known
   * @param patients whose pictures they are
   * @param quantile the share of normal pictures below, in (0,1)
   * @param leastSpread of the scores: of few, two parts may happen to make up for each other
   * @throws IllegalStateException with one sentence when one patient is all, who has no spread
   */
  static double of(double[] scores, int patients, double quantile, double leastSpread) {
    double t = students(patients).inverseCumulativeProbability(quantile);
    return mean(scores) + t * width(scores, patients, leastSpread);
  }

  /**
   * The share of normal pictures below a threshold; arguments as of {@link #of}.
   *
   * @return in [0,1]
   */
  static double quantile(double[] scores, int patients, double threshold, double leastSpread) {
    double deviation = (threshold - mean(scores)) / width(scores, patients, leastSpread);
    return students(patients).cumulativeProbability(deviation);
  }

  private static TDistribution students(int patients) {
    if (patients < FEWEST)
      throw new IllegalStateException(
          "Only one held-out picture shows enough to calibrate with, and one does not say how much"
              + " healthy eyes differ: add pictures, or hold out more.");
    // Without a generator of random numbers: none are drawn.
    return new TDistribution(null, patients - 1);
  }

  private static double mean(double[] scores) {
    return Arrays.stream(scores).average().orElse(0);
  }

  private static double width(double[] scores, int patients, double leastSpread) {
    double mean = mean(scores);
    double squares = Arrays.stream(scores).map(each -> (each - mean) * (each - mean)).sum();
    double spread = Math.sqrt(squares / Math.max(1, scores.length - 1));
    return Math.max(Math.max(SMALLEST_SPREAD, leastSpread), spread) * Math.sqrt(1 + 1.0 / patients);
  }
}
