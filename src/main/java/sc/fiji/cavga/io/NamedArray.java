package sc.fiji.cavga.io;

import java.util.Arrays;

/** An array of floats as files hold it: a name, a shape, and the values in row-major order. */
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
