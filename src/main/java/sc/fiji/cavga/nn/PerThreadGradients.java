package sc.fiji.cavga.nn;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import sc.fiji.cavga.nn.array.FixedSplit;
import sc.fiji.cavga.nn.array.RowBuffer;
import sc.fiji.cavga.nn.array.Values;

/**
 * Where each lane of a convolution leaves its gradient for the weights until all are added up. The
 * convolutions of a graph run one after the other and use the same memory.
 */
public final class PerThreadGradients implements AutoCloseable {

  private final DataType type;
  private long length;
  private INDArray[] arrays = {};
  private Values[] values = {};

  PerThreadGradients(DataType type) {
    this.type = type;
  }

  /** Makes sure that gradients for so many weights will fit. */
  public void reserve(long weights) {
    length = Math.max(length, weights);
  }

  /** What each lane takes. */
  long bytesPerLane() {
    return length * type.width();
  }

  /** For each lane an array of the weights' shape. */
  public INDArray[] targets(Parameter weights, int lanes) {
    allocate(lanes);
    INDArray[] targets = new INDArray[lanes];
    for (int lane = 0; lane < lanes; lane++) targets[lane] = like(weights, lane);
    // What nobody has written to yet is as good a place.
    if (!weights.hasGradient()) targets[0] = weights.gradient();
    return targets;
  }

  /** Adds up what the lanes have left in their {@link #targets}. */
  public void addTo(Parameter weights, int lanes) {
    int first = weights.receiveGradient() ? 0 : 1;
    if (first == lanes) return;
    Values sum = weights.gradients();
    FixedSplit.run(
        sum.length(),
        1,
        (block, start, end) -> {
          RowBuffer total = sum.strip(1);
          RowBuffer part = sum.strip(1);
          for (long i = start; i < end; i += total.rows()) {
            total.load(sum, i, end);
            for (int lane = first; lane < lanes; lane++)
              total.plus(part.load(values[lane], i, end));
            total.store(sum, i);
          }
        });
  }

  private void allocate(int lanes) {
    if (arrays.length >= lanes && arrays[0].length() >= length) return;
    close();
    arrays = new INDArray[lanes];
    values = new Values[lanes];
    for (int lane = 0; lane < lanes; lane++) {
      arrays[lane] = Nd4j.create(type, length);
      values[lane] = Values.of(arrays[lane]);
    }
  }

  private INDArray like(Parameter weights, int lane) {
    INDArray whole = weights.gradient();
    return Nd4j.create(arrays[lane].data(), whole.shape(), whole.stride(), 0, 'c');
  }

  @Override
  public void close() {
    for (INDArray array : arrays) array.close();
    arrays = new INDArray[0];
  }
}
