package sc.fiji.cavga.method.disc.limit;

import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * How much more often than a normal distribution healthy eyes deviate far: by their kurtosis, as
 * the degrees of freedom of a Student's t distribution that has the same one. A few of all healthy
 * discs are tilted, or outlined badly.
 */
final class HeavyTails {

  /** As good as normal. */
  static final double NONE = 1000;

  /** A distribution with heavier tails has no kurtosis at all. */
  private static final double HEAVIEST = 4;

  private static final double NORMAL_KURTOSIS = 3;

  private HeavyTails() {}

  /**
   * @param deviations in standard deviations, of many measures together
   * @return degrees of freedom, 4 to {@link #NONE}
   */
  static double of(List<Double> deviations) {
    double squares = 0;
    double fourths = 0;
    for (double deviation : deviations) {
      squares += deviation * deviation;
      fourths += Math.pow(deviation, 4);
    }
    double count = deviations.size();
    double excess = fourths / count / Math.pow(squares / count, 2) - NORMAL_KURTOSIS;
    // The kurtosis of t is 3 + 6 / (freedom - 4).
    return excess > 0 ? Math.min(NONE, HEAVIEST + 6 / excess) : NONE;
  }

  /** The quantile of that distribution in its own standard deviations. */
  static double reach(double freedom, double share) {
    return new TDistribution(null, freedom).inverseCumulativeProbability(share)
        * Math.sqrt((freedom - 2) / freedom);
  }
}
