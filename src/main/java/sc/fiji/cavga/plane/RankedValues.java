package sc.fiji.cavga.plane;

import java.util.Arrays;
import org.apache.commons.math3.util.KthSelector;

/** Numbers by their rank, without sorting them all. For one thread. */
public final class RankedValues {

  /** What the selector keeps of its way, so that a second rank is found faster. */
  private static final int PIVOTS = 512;

  private final KthSelector selector = new KthSelector();
  private final double[] values;
  private final int[] pivots = new int[PIVOTS];

  /**
   * @param values finite ones, copied
   * @param count how many of them, from the beginning on
   */
  public RankedValues(float[] values, int count) {
    this.values = new double[count];
    for (int i = 0; i < count; i++) this.values[i] = values[i];
    Arrays.fill(pivots, -1);
  }

  /** The value of which the share {@code quantile}, 0 to 1, lies below: one of the values. */
  public float at(double quantile) {
    return (float) selector.select(values, pivots, (int) (quantile * (values.length - 1)));
  }
}
