package sc.fiji.cavga.method.disc.limit;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * What is normal of one measure, given others such as the disc's size: a linear regression, and
 * around it Student's t distribution of what eyes deviate that had no part in it (leave-one-out).
 * Large discs have large cups, so limits depend on size, as in the Moorfields regression analysis
 * (Wollstein, Garway-Heath, Hitchings, Ophthalmology 1998). Immutable.
 */
public final class NormalLimit {

  /** From fewer eyes no slope is learned. */
  private static final int ENOUGH_FOR_SLOPE = 30;

  /** Of a share of the disc: eyes that are all alike would give zero. */
  private static final double SMALLEST_SPREAD = 0.005;

  private static final double SAME = 1e-9;
  private static final double SINGULAR = 1e-12;

  /** Of each: mean, spread, eyes, tails. */
  private static final int COMMON = 4;

  /** Of each given measure: smallest, middle, largest, slope. */
  private static final int EACH = 4;

  private final double expected;
  private final double spread;
  private final double eyes;

  /** Degrees of freedom of Student's t distribution with tails like those of healthy eyes. */
  private final double tails;

  /** [given][smallest, middle, largest, slope]. */
  private final double[][] given;

  private NormalLimit(double expected, double spread, double eyes, double tails, double[][] given) {
    boolean fits = Double.isFinite(expected) && spread > 0 && Double.isFinite(spread) && eyes > 2;
    fits &= tails > 2 && Double.isFinite(tails);
    for (double[] each : given) {
      for (double number : each) fits &= Double.isFinite(number);
      fits &= each[0] <= each[2];
    }
    if (!fits) throw new IllegalArgumentException("A normal limit's numbers are out of range.");
    this.expected = expected;
    this.spread = spread;
    this.eyes = eyes;
    this.tails = tails;
    this.given = given;
  }

  /**
   * @param measures that are given of each eye, as many of each
   * @param values of the measure in the same eyes, three or more
   * @param eyes how many different ones
   * @param groups whose each value is: what a limit promises of eyes that had no part in it is
   *     asked of all values of a group together
   */
  static NormalLimit fit(
      List<double[]> measures, List<Double> values, int eyes, List<String> groups) {
    int count = values.size();
    double[][] given = new double[measures.get(0).length][EACH];
    for (int k = 0; k < given.length; k++) {
      int column = k;
      given[k][0] = measures.stream().mapToDouble(m -> m[column]).min().orElseThrow();
      given[k][1] = measures.stream().mapToDouble(m -> m[column]).sum() / count;
      given[k][2] = measures.stream().mapToDouble(m -> m[column]).max().orElseThrow();
    }
    double mean = values.stream().mapToDouble(Double::doubleValue).sum() / count;
    double[] deviations = new double[count];
    for (int i = 0; i < count; i++) deviations[i] = values.get(i) - mean;
    boolean varied = true;
    for (double[] each : given) varied &= each[2] - each[0] > SAME;
    LeftOut left = LeftOut.ofMean(deviations);
    if (varied && eyes >= ENOUGH_FOR_SLOPE) left = regress(measures, given, deviations);
    double sum = left.sumOfSquares(groups);
    double spread = Math.max(SMALLEST_SPREAD, Math.sqrt(sum / count));
    return new NormalLimit(mean, spread, eyes, HeavyTails.NONE, given);
  }

  /** The same whose tails are known. */
  NormalLimit withTails(double degreesOfFreedom) {
    return new NormalLimit(expected, spread, eyes, degreesOfFreedom, given);
  }

  /** How far a value lies from what is expected, in standard deviations. */
  double deviation(double value, double... measures) {
    return (value - expected(measures)) / spread;
  }

  /** Least squares: fills in the slopes, and takes what they explain off the deviations. */
  private static LeftOut regress(List<double[]> measures, double[][] given, double[] deviations) {
    int count = deviations.length;
    RealMatrix x = new Array2DRowRealMatrix(count, given.length);
    for (int i = 0; i < count; i++)
      for (int k = 0; k < given.length; k++) x.setEntry(i, k, measures.get(i)[k] - given[k][1]);
    DecompositionSolver solver =
        new LUDecomposition(x.transpose().multiply(x), SINGULAR).getSolver();
    if (!solver.isNonSingular()) return LeftOut.ofMean(deviations);
    RealMatrix inverse = solver.getInverse();
    double[] slopes = inverse.operate(x.transpose().operate(deviations));
    for (int k = 0; k < slopes.length; k++) given[k][3] = slopes[k];
    for (int i = 0; i < count; i++) {
      RealVector row = x.getRowVector(i);
      deviations[i] -= row.dotProduct(new ArrayRealVector(slopes, false));
    }
    return new LeftOut(deviations, x, inverse);
  }

  /** What {@link #numbers} gave. */
  static NormalLimit of(float[] numbers) {
    int count = (numbers.length - COMMON) / EACH;
    if (count < 1 || numbers.length != COMMON + EACH * count)
      throw new IllegalArgumentException("A normal limit has another number of numbers.");
    double[][] given = new double[count][EACH];
    for (int k = 0; k < count; k++)
      for (int i = 0; i < EACH; i++) given[k][i] = numbers[COMMON + EACH * k + i];
    return new NormalLimit(numbers[0], numbers[1], numbers[2], numbers[3], given);
  }

  /** As they stand in the model file: mean, spread, eyes, tails, and four for each given one. */
  float[] numbers() {
    float[] numbers = new float[COMMON + EACH * given.length];
    numbers[0] = (float) expected;
    numbers[1] = (float) spread;
    numbers[2] = (float) eyes;
    numbers[3] = (float) tails;
    for (int k = 0; k < given.length; k++)
      for (int i = 0; i < EACH; i++) numbers[COMMON + EACH * k + i] = (float) given[k][i];
    return numbers;
  }

  /**
   * For descriptions: all numbers, and how far the limits lie.
   *
   * @param together as {@link #reach} takes it
   */
  JsonObject toJson(int together) {
    JsonObject json = new JsonObject();
    json.addProperty("expected", expected);
    json.addProperty("spread", spread);
    json.addProperty("reach_95", reach(NormalLimits.INNER, together));
    json.addProperty("reach_99_9", reach(NormalLimits.OUTER, together));
    JsonArray measures = new JsonArray();
    for (double[] each : given) {
      JsonObject measure = new JsonObject();
      measure.addProperty("least", each[0]);
      measure.addProperty("mean", each[1]);
      measure.addProperty("most", each[2]);
      measure.addProperty("slope", each[3]);
      measures.add(measure);
    }
    json.add("given", measures);
    return json;
  }

  /**
   * What healthy eyes have in the mean.
   *
   * @param measures that are given; one beyond those learned from counts as the nearest of them
   */
  public double expected(double... measures) {
    double value = expected;
    for (int k = 0; k < given.length; k++) {
      double inside = Math.max(given[k][0], Math.min(given[k][2], measures[k]));
      value += given[k][3] * (inside - given[k][1]);
    }
    return value;
  }

  /** The mean of the first of given measures in the eyes learned from. */
  double meanMeasure() {
    return given[0][1];
  }

  /** The standard deviation of healthy eyes around what is expected. */
  public double spread() {
    return spread;
  }

  /**
   * How many standard deviations from the mean the limit lies: as few eyes have it that are
   * normally distributed, or as eyes have it whose tails are heavier, whichever lies farther.
   *
   * @param share of healthy eyes on its normal side, such as 0.999
   * @param together how many limits an eye may pass, so that fewer healthy eyes may pass each
   */
  double reach(double share, int together) {
    double each = 1 - (1 - share) / together;
    return Math.max(
        new TDistribution(null, eyes - 2).inverseCumulativeProbability(each),
        HeavyTails.reach(tails, each));
  }
}
