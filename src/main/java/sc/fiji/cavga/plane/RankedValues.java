package sc.fiji.cavga.plane;

import java.util.Arrays;

/** Numbers by their rank, without sorting them all: counted by their upper halves. Immutable. */
public final class RankedValues {

  private static final int BINS = 1 << 16;
  private static final int BITS = 16;

  private final int[] keys;
  private final int[] counts = new int[BINS];

  /**
   * @param values copied
   * @param count how many of them, from the beginning on; at least one
   */
  public RankedValues(float[] values, int count) {
    keys = new int[count];
    for (int i = 0; i < count; i++) {
      keys[i] = SortableFloat.key(values[i]);
      counts[bin(keys[i])]++;
    }
  }

  private static int bin(int key) {
    return (key >> BITS) + BINS / 2;
  }

  /** The value of which the share {@code quantile}, 0 to 1, lies below: one of the values. */
  public float at(double quantile) {
    int rank = (int) (quantile * (keys.length - 1));
    int bin = 0;
    for (; rank >= counts[bin]; bin++) rank -= counts[bin];
    int[] same = new int[counts[bin]];
    int found = 0;
    for (int key : keys) if (bin(key) == bin) same[found++] = key;
    Arrays.sort(same);
    return SortableFloat.value(same[rank]);
  }
}
