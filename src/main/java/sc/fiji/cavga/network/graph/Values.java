package sc.fiji.cavga.network.graph;

import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Element access to an array's native memory, without copying, for what is computed element by
 * element. The engine runs in single precision, and in double precision when gradients are checked.
 */
public abstract class Values {

  private final long length;

  private Values(long length) {
    this.length = length;
  }

  /**
   * @param array in 'c' order and not a part of another array
   */
  public static Values of(INDArray array) {
    if (array.ordering() != 'c' || array.isView())
      throw new IllegalArgumentException("Element access needs a whole array in 'c' order.");
    return array.dataType() == DataType.DOUBLE ? new Doubles(array) : new Floats(array);
  }

  public abstract double get(long index);

  public abstract void set(long index, double value);

  /** Adds to what is there when {@code accumulate}, else replaces it. */
  public final void put(long index, double value, boolean accumulate) {
    set(index, accumulate ? get(index) + value : value);
  }

  public final long length() {
    return length;
  }

  private static final class Floats extends Values {
    private final FloatIndexer elements;

    Floats(INDArray array) {
      super(array.length());
      elements = (FloatIndexer) array.data().indexer();
    }

    @Override
    public double get(long index) {
      return elements.get(index);
    }

    @Override
    public void set(long index, double value) {
      elements.put(index, (float) value);
    }
  }

  private static final class Doubles extends Values {
    private final DoubleIndexer elements;

    Doubles(INDArray array) {
      super(array.length());
      elements = (DoubleIndexer) array.data().indexer();
    }

    @Override
    public double get(long index) {
      return elements.get(index);
    }

    @Override
    public void set(long index, double value) {
      elements.put(index, value);
    }
  }
}
