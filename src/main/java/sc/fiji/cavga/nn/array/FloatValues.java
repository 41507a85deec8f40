package sc.fiji.cavga.nn.array;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An array's native memory in single precision. */
final class FloatValues extends Values {

  /** Elements in a part: Java's buffers hold less than 2 GB. */
  private static final int PART_BITS = 28;

  private final FloatIndexer elements;
  private final FloatBuffer[] parts;

  FloatValues(INDArray array) {
    super(array.length());
    elements = (FloatIndexer) array.data().indexer();
    parts = new FloatBuffer[(int) ((length() - 1 >> PART_BITS) + 1)];
    for (int i = 0; i < parts.length; i++) {
      long start = (long) i << PART_BITS;
      FloatPointer part = new FloatPointer(array.data().pointer());
      part.position(start).limit(Math.min(length(), start + (1L << PART_BITS)));
      parts[i] = part.asBuffer();
    }
  }

  @Override
  public double get(long index) {
    return elements.get(index);
  }

  @Override
  public void set(long index, double value) {
    elements.put(index, (float) value);
  }

  @Override
  public RowBuffer strip(int width) {
    return new FloatRowBuffer(width);
  }

  @Override
  void read(long from, Object array, int at, int count) {
    int inPart = inPart(from, count);
    part(from).get((float[]) array, at, inPart);
    if (inPart < count) read(from + inPart, array, at + inPart, count - inPart);
  }

  @Override
  void write(long from, Object array, int at, int count) {
    int inPart = inPart(from, count);
    part(from).put((float[]) array, at, inPart);
    if (inPart < count) write(from + inPart, array, at + inPart, count - inPart);
  }

  private static int inPart(long from, int count) {
    return (int) Math.min(count, (1L << PART_BITS) - (from & (1L << PART_BITS) - 1));
  }

  /** A view of its own, for several threads to read at once. */
  private FloatBuffer part(long from) {
    FloatBuffer part = parts[(int) (from >> PART_BITS)].duplicate();
    part.position((int) (from & (1L << PART_BITS) - 1));
    return part;
  }
}
