package sc.fiji.cavga.nn.array;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Access to an array's native memory, without copying the whole. The engine runs in single
 * precision, and in double precision when gradients are checked.
 */
public abstract class Values {

  private final long length;

  Values(long length) {
    this.length = length;
  }

  /**
   * @param array in main memory, in 'c' order and not a part of another array
   * @throws IllegalStateException with one sentence where a graphics card has the array
   */
  public static Values of(INDArray array) {
    if (!Nd4j.getEnvironment().isCPU())
      throw new IllegalStateException(
          "A graphics card has this array, which cannot be looked at in main memory; take a copy of"
              + " its numbers.");
    if (array.ordering() != 'c' || array.isView())
      throw new IllegalArgumentException("Element access needs a whole array in 'c' order.");
    return array.dataType() == DataType.DOUBLE ? new DoubleValues(array) : new FloatValues(array);
  }

  /** One element; for many, a {@link RowBuffer} is faster. */
  public abstract double get(long index);

  public abstract void set(long index, double value);

  /** Adds to what is there when {@code accumulate}, else replaces it. */
  public final void put(long index, double value, boolean accumulate) {
    set(index, accumulate ? get(index) + value : value);
  }

  public final long length() {
    return length;
  }

  /** An empty strip of this precision for rows of so many channels. */
  public abstract RowBuffer strip(int width);

  /** Copies elements out. */
  abstract void read(long from, Object array, int at, int count);

  /** Copies elements in. */
  abstract void write(long from, Object array, int at, int count);
}
