package sc.fiji.cavga.network;

import java.util.Arrays;

/**
 * A weight or state array as it leaves the network: a PyTorch key, a shape in PyTorch's axis order,
 * and its values in row-major order.
 */
public final class NamedArray {

  private final String name;
  private final long[] shape;
  private final float[] values;

  public NamedArray(String name, long[] shape, float[] values) {
    long count = 1;
    for (long s : shape) count = Math.multiplyExact(count, s);
    if (count != values.length)
      throw new IllegalArgumentException(
          name
              + " has "
              + values.length
              + " values, but the shape "
              + Arrays.toString(shape)
              + ".");
    this.name = name;
    this.shape = shape.clone();
    this.values = values;
  }

  public String name() {
    return name;
  }

  public long[] shape() {
    return shape.clone();
  }

  /** Row-major; the array itself, not a copy. */
  public float[] values() {
    return values;
  }
}
