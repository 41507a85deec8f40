package sc.fiji.cavga.plane;

import java.util.List;

/** An exact quantile of very many floats without sorting or copying them: two counting passes. */
public final class Quantile {

  private static final int BINS = 1 << 16;

  private Quantile() {}

  /**
   * The smallest value that at least the share {@code quantile} of all values does not exceed; NaN
   * is no value.
   *
   * @return NaN when there is no value
   */
  public static float of(List<float[]> values, double quantile) {
    long[] upper = new long[BINS];
    long total = 0;
    for (float[] part : values)
      for (float value : part)
        if (!Float.isNaN(value)) {
          upper[key(value) >>> 16]++;
          total++;
        }
    if (total == 0) return Float.NaN;
    long rank = Math.max(1, (long) Math.ceil(quantile * total));
    int bin = 0;
    for (; rank > upper[bin]; bin++) rank -= upper[bin];
    long[] lower = new long[BINS];
    for (float[] part : values)
      for (float value : part)
        if (!Float.isNaN(value) && key(value) >>> 16 == bin) lower[key(value) & 0xffff]++;
    int low = 0;
    for (; rank > lower[low]; low++) rank -= lower[low];
    return SortableFloat.value((bin << 16 | low) ^ 0x80000000);
  }

  /** As an unsigned number. */
  private static int key(float value) {
    return SortableFloat.key(value) ^ 0x80000000;
  }
}
