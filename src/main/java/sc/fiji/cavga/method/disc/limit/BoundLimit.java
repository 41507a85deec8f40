package sc.fiji.cavga.method.disc.limit;

/**
 * The limits of one measure of one eye. There may be two: what is normal for discs of this size,
 * and what is normal for an eye whose other hours are as they are, since a notch in a wide rim is
 * no less a notch. The stricter one counts. Of two limits each lets half as many healthy eyes pass
 * (Bonferroni's correction), so that what a limit promises is true of both together. Immutable.
 */
public final class BoundLimit {

  private final double value;

  /** 1 where large values are abnormal, −1 where small ones are. */
  private final int sign;

  private final NormalLimit[] limits;
  private final double[] expected;

  /**
   * @param expected by each of the limits
   */
  BoundLimit(double value, boolean high, NormalLimit[] limits, double[] expected) {
    this.value = value;
    this.sign = high ? 1 : -1;
    this.limits = limits;
    this.expected = expected;
  }

  /** The measure itself. */
  public double value() {
    return value;
  }

  /** What is expected by the stricter of the limits. */
  public double expected() {
    return expected[strictest()];
  }

  /**
   * Beyond it only the given share's rest of healthy eyes lies.
   *
   * @param share such as 0.999
   */
  public double limit(double share) {
    double strictest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < limits.length; i++)
      strictest = Math.min(strictest, sign * expected[i] + reach(i, share) * limits[i].spread());
    return sign * strictest;
  }

  public boolean isOutside(double share) {
    return sign * value > sign * limit(share);
  }

  /** In standard deviations of healthy eyes, by the stricter of the limits; above 0 is larger. */
  public double deviation() {
    return deviation(strictest());
  }

  /** The share of the way from what is expected to the 99.9 % limit: 1 lies on it; 0 or more. */
  public double towardsLimit() {
    double most = 0;
    for (int i = 0; i < limits.length; i++)
      most = Math.max(most, sign * deviation(i) / reach(i, NormalLimits.OUTER));
    return most;
  }

  private double reach(int index, double share) {
    return limits[index].reach(share, limits.length);
  }

  private double deviation(int index) {
    return (value - expected[index]) / limits[index].spread();
  }

  /** The limit by which the eye deviates most. */
  private int strictest() {
    int strictest = 0;
    for (int i = 1; i < limits.length; i++)
      if (sign * deviation(i) > sign * deviation(strictest)) strictest = i;
    return strictest;
  }
}
