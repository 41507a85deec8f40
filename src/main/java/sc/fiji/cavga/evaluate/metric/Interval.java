package sc.fiji.cavga.evaluate.metric;

/** The ends of a confidence interval. Immutable. */
public final class Interval {

  /** Of what cannot be told. */
  public static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);

  private final double low;
  private final double high;

  /**
   * @param low lower end, or NaN
   * @param high upper end, not below it, or NaN
   */
  public Interval(double low, double high) {
    if (low > high)
      throw new IllegalArgumentException("An interval's lower end must not lie above its upper.");
    this.low = low;
    this.high = high;
  }

  public double low() {
    return low;
  }

  public double high() {
    return high;
  }

  /** Whether both ends are numbers. */
  public boolean known() {
    return !Double.isNaN(low) && !Double.isNaN(high);
  }
}
