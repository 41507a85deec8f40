package sc.fiji.cavga.evaluate.report;

/** Round steps for axes and bins: 1, 2 or 5 times a power of ten. */
public final class AxisStep {

  private AxisStep() {}

  /**
   * The smallest round step that is not below the given one.
   *
   * @param step positive
   */
  public static double above(double step) {
    double power = Math.pow(10, Math.floor(Math.log10(step)));
    for (int factor : new int[] {1, 2, 5})
      if (factor * power >= step * (1 - 1e-9)) return factor * power;
    return 10 * power;
  }
}
