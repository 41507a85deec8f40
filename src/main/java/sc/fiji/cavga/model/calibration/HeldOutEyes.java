package sc.fiji.cavga.model.calibration;

import java.util.Arrays;
import java.util.List;
import sc.fiji.cavga.plane.Quantile;
import sc.fiji.cavga.plane.TopShare;

/**
 * What a calibration keeps of the held-out normal pictures, so that its thresholds can be moved
 * without them: their scores, and how the values of their maps are distributed. No names, and no
 * order that would tell which picture a score is of. Immutable.
 */
final class HeldOutEyes {

  /** Normal pictures that are all alike would give zero, and a map divided by it. */
  private static final double SMALLEST_THRESHOLD = 0.1;

  /** Of limits that stand already, such as those of a disc. */
  private static final double LIMIT = 1;

  /** Shares below the middle, which nobody asks for much. */
  private static final double[] LOWER = {0.01, 0.1, 0.25, 0.5};

  /** Steps in a power of ten of the share that lies above, and the powers of ten. */
  private static final int STEPS = 5;

  private static final int POWERS = 6;

  private static final double LEAST = 1e-6;

  private final int patients;
  private final double[] scores;
  private final double[] shares;
  private final float[] values;

  /**
   * @param patients whose pictures judge each other, and show something
   * @param scores of maps with parts as they are; of others in spreads above the mean, not yet
   *     divided by the map's threshold; finite
   * @param shares of all healthy pixels, ascending, from 0 to 1; none for maps of limits, whose
   *     threshold stands already
   * @param values below which they lie, in spreads above the mean, finite and not falling
   * @throws IllegalArgumentException with one sentence when something is out of range
   */
  HeldOutEyes(int patients, double[] scores, double[] shares, float[] values) {
    boolean fits = patients >= 0 && shares.length == values.length;
    for (double score : scores) fits &= Double.isFinite(score);
    for (int i = 0; fits && i < shares.length; i++)
      fits =
          shares[i] > (i == 0 ? 0 : shares[i - 1])
              && shares[i] <= 1
              && Float.isFinite(values[i])
              && (i == 0 || values[i] >= values[i - 1]);
    if (!fits)
      throw new IllegalArgumentException(
          "What is known of held-out pictures must be finite numbers, ascending.");
    this.patients = patients;
    this.scores = scores.clone();
    Arrays.sort(this.scores);
    this.shares = shares.clone();
    this.values = values.clone();
  }

  /** Of a map with parts: its scores are in standard deviations, whatever the map's threshold. */
  static HeldOutEyes ofParts(
      List<float[]> deviations, float[] scores, int patients, double quantile, boolean limits) {
    double[] own = new double[scores.length];
    for (int i = 0; i < own.length; i++) own[i] = scores[i];
    return of(deviations, own, patients, quantile, limits);
  }

  /** Of a map whose highest values are the score. */
  static HeldOutEyes ofHighest(
      List<float[]> deviations, double share, int patients, double quantile) {
    double[] scores =
        deviations.stream()
            .mapToDouble(each -> TopShare.mean(each, share))
            .filter(Double::isFinite)
            .toArray();
    return of(deviations, scores, Math.min(patients, scores.length), quantile, false);
  }

  /** The asked quantile is kept as it is, so that asking for it again gives the same threshold. */
  private static HeldOutEyes of(
      List<float[]> deviations, double[] scores, int patients, double quantile, boolean limits) {
    double[] shares = limits ? new double[0] : shares(quantile);
    float[] values = new float[shares.length];
    for (int i = 0; i < values.length; i++) values[i] = Quantile.of(deviations, shares[i]);
    return new HeldOutEyes(patients, scores, shares, values);
  }

  private static double[] shares(double quantile) {
    double[] shares = Arrays.copyOf(LOWER, LOWER.length + STEPS * POWERS + 1);
    for (int i = 0; i < STEPS * POWERS - 1; i++)
      shares[LOWER.length + i] = 1 - StrictMath.pow(10, -(i + 2.0) / STEPS);
    shares[shares.length - 2] = 1;
    shares[shares.length - 1] = quantile;
    return Arrays.stream(shares).sorted().distinct().toArray();
  }

  /** In spreads above the mean: so much of the healthy retina lies below. */
  double mapThreshold(double quantile) {
    if (shares.length == 0) return LIMIT;
    return Math.max(SMALLEST_THRESHOLD, value(quantile));
  }

  /** Between two shares that are known, by the logarithm of what lies above. */
  private double value(double share) {
    int at = Arrays.binarySearch(shares, share);
    if (at >= 0) return values[at];
    int next = Math.min(-at - 1, shares.length - 1);
    if (next == 0 || shares[next] == 1) return values[next];
    double from = StrictMath.log(1 - shares[next - 1]);
    double way = (StrictMath.log(1 - share) - from) / (StrictMath.log(1 - shares[next]) - from);
    return values[next - 1] + way * (values[next] - values[next - 1]);
  }

  /**
   * Of few patients a prediction limit, of others a quantile.
   *
   * @param mapThreshold by which a map without parts is divided
   * @param score of a map with parts; null for others
   */
  double scoreThreshold(double quantile, double mapThreshold, ImageScore score) {
    double[] divided = divided(mapThreshold, score);
    if (ScoreLimit.isNeeded(patients, quantile, score != null))
      return ScoreLimit.of(divided, patients, quantile, leastSpread(score));
    float[] values = new float[divided.length];
    for (int i = 0; i < values.length; i++) values[i] = (float) divided[i];
    return Quantile.of(List.of(values), quantile);
  }

  private double[] divided(double mapThreshold, ImageScore score) {
    return score != null
        ? scores
        : Arrays.stream(scores).map(each -> each / mapThreshold).toArray();
  }

  private static double leastSpread(ImageScore score) {
    return score == null ? 0 : score.leastSpread();
  }

  /**
   * The share of healthy pixels below a threshold.
   *
   * @param unknown where nothing tells
   */
  double mapQuantile(double threshold, double unknown) {
    if (shares.length == 0) return unknown;
    int below = 0;
    while (below < values.length && values[below] <= threshold) below++;
    if (below == 0) return within(shares[0] / 2);
    if (below == values.length) return within(1);
    double from = StrictMath.log(1 - shares[below - 1]);
    // What lies above the last share but one is all that is known of the rest.
    if (shares[below] == 1) return within(shares[below - 1]);
    double way = (threshold - values[below - 1]) / (values[below] - values[below - 1]);
    return within(1 - StrictMath.exp(from + way * (StrictMath.log(1 - shares[below]) - from)));
  }

  /**
   * The share of healthy pictures below a threshold; arguments as of {@link #scoreThreshold}.
   *
   * @param unknown where nothing tells
   */
  double scoreQuantile(double threshold, double mapThreshold, ImageScore score, double unknown) {
    if (scores.length == 0 || patients < 2) return unknown;
    double[] divided = divided(mapThreshold, score);
    double predicted = ScoreLimit.quantile(divided, patients, threshold, leastSpread(score));
    if (ScoreLimit.isNeeded(patients, predicted, score != null)) return within(predicted);
    long below = Arrays.stream(divided).filter(each -> each <= threshold).count();
    return within(below / (double) scores.length);
  }

  /** None and all are more than is known. */
  private static double within(double share) {
    return Math.max(LEAST, Math.min(1 - LEAST, share));
  }

  int patients() {
    return patients;
  }

  /** Ascending, a copy. */
  double[] scores() {
    return scores.clone();
  }

  /** A copy. */
  double[] shares() {
    return shares.clone();
  }

  /** A copy. */
  float[] values() {
    return values.clone();
  }
}
