package sc.fiji.cavga.plane;

/**
 * Floats as integers of the same order, so that they can be sorted, merged and coarsened as such.
 */
public final class SortableFloat {

  private SortableFloat() {}

  /** Larger where the float is larger; both zeros are one. Not for NaN. */
  public static int key(float value) {
    int bits = Float.floatToIntBits(value + 0f);
    return bits ^ (bits >> 31 & 0x7fffffff);
  }

  /** The inverse. */
  public static float value(int key) {
    return Float.intBitsToFloat(key ^ (key >> 31 & 0x7fffffff));
  }
}
