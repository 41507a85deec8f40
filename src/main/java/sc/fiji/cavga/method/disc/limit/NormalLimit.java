package sc.fiji.cavga.method.disc.limit;

import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * What is normal of one measure, given the disc's size: a straight line over the logarithm of the
 * size, and around it Student's t distribution of what eyes deviate that had no part in the line
 * (leave-one-out). Large discs have large cups, so limits depend on size, as in the Moorfields
 * regression analysis (Wollstein, Garway-Heath, Hitchings, Ophthalmology 1998). Immutable.
 */
public final class NormalLimit {

  /** Numbers that a limit is stored as. */
  static final int NUMBERS = 7;

  /** From fewer eyes no slope is learned. */
  private static final int ENOUGH_FOR_SLOPE = 30;

  /** Of a share of the disc: eyes that are all alike would give zero. */
  private static final double SMALLEST_SPREAD = 0.005;

  private final double middle;
  private final double expected;
  private final double slope;
  private final double spread;
  private final double smallest;
  private final double largest;
  private final double eyes;

  private NormalLimit(double... numbers) {
    middle = numbers[0];
    expected = numbers[1];
    slope = numbers[2];
    spread = numbers[3];
    smallest = numbers[4];
    largest = numbers[5];
    eyes = numbers[6];
    for (double number : numbers)
      if (!Double.isFinite(number))
        throw new IllegalArgumentException("A normal limit must have finite numbers.");
    if (numbers.length != NUMBERS || !(spread > 0) || !(eyes > 2) || !(smallest <= largest))
      throw new IllegalArgumentException("A normal limit's numbers are out of range.");
  }

  /**
   * @param sizes of the discs, positive
   * @param values of the measure in the same eyes, three or more
   * @param eyes how many different ones
   */
  static NormalLimit fit(List<Double> sizes, List<Double> values, int eyes) {
    int count = sizes.size();
    double[] x = sizes.stream().mapToDouble(Math::log).toArray();
    double middle = 0;
    double mean = 0;
    double smallest = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      middle += x[i] / count;
      mean += values.get(i) / count;
      smallest = Math.min(smallest, x[i]);
      largest = Math.max(largest, x[i]);
    }
    double squares = 0;
    double products = 0;
    for (int i = 0; i < count; i++) {
      squares += (x[i] - middle) * (x[i] - middle);
      products += (x[i] - middle) * (values.get(i) - mean);
    }
    boolean sloping = eyes >= ENOUGH_FOR_SLOPE && squares > 0;
    double slope = sloping ? products / squares : 0;
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double lever = 1.0 / count + (sloping ? (x[i] - middle) * (x[i] - middle) / squares : 0);
      double deviation = values.get(i) - mean - slope * (x[i] - middle);
      sum += Math.pow(deviation / (1 - Math.min(0.9, lever)), 2);
    }
    double spread = Math.max(SMALLEST_SPREAD, Math.sqrt(sum / count));
    return new NormalLimit(middle, mean, slope, spread, smallest, largest, eyes);
  }

  static NormalLimit of(float[] numbers) {
    double[] wide = new double[numbers.length];
    for (int i = 0; i < wide.length; i++) wide[i] = numbers[i];
    if (wide.length != NUMBERS)
      throw new IllegalArgumentException("A normal limit has another number of numbers.");
    return new NormalLimit(wide);
  }

  float[] numbers() {
    double[] wide = {middle, expected, slope, spread, smallest, largest, eyes};
    float[] numbers = new float[wide.length];
    for (int i = 0; i < wide.length; i++) numbers[i] = (float) wide[i];
    return numbers;
  }

  /**
   * What healthy eyes with such a disc have in the mean.
   *
   * @param size of the disc; one beyond those learned from counts as the nearest of them
   */
  public double expected(double size) {
    double x = Math.max(smallest, Math.min(largest, Math.log(size)));
    return expected + slope * (x - middle);
  }

  /** In standard deviations of healthy eyes; above 0 where larger. */
  public double deviation(double value, double size) {
    return (value - expected(size)) / spread;
  }

  /**
   * How many standard deviations from the mean the limit lies.
   *
   * @param share of healthy eyes on its normal side, such as 0.999
   */
  public double reach(double share) {
    return new TDistribution(null, eyes - 2).inverseCumulativeProbability(share);
  }

  /**
   * Below it only the given share's rest of healthy eyes lies.
   *
   * @param share such as 0.999
   */
  public double lower(double size, double share) {
    return expected(size) - reach(share) * spread;
  }

  /** Above it only the given share's rest of healthy eyes lies. */
  public double upper(double size, double share) {
    return expected(size) + reach(share) * spread;
  }
}
