package sc.fiji.cavga.nn.array;

import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An array's native memory in double precision, for gradient checks. */
final class DoubleValues extends Values {

  private final DoubleIndexer elements;

  DoubleValues(INDArray array) {
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

  @Override
  public RowBuffer strip(int width) {
    return new DoubleRowBuffer(width);
  }

  @Override
  void read(long from, Object array, int at, int count) {
    elements.get(from, (double[]) array, at, count);
  }

  @Override
  void write(long from, Object array, int at, int count) {
    elements.put(from, (double[]) array, at, count);
  }
}
