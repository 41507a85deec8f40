package sc.fiji.cavga.nn.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What operations of one graph need beside its nodes. They run one after the other and share it: an
 * intermediate result is lost as soon as the next operation runs.
 */
public final class DeviceArrays implements AutoCloseable {

  /** Times this, what is above 0 is above 1 in either precision. */
  private static final double STEEP = 1e38;

  private final DataType type;
  private final Map<String, INDArray> scratch = new HashMap<>();
  private final Map<Double, INDArray> constants = new HashMap<>();
  private final List<INDArray> own = new ArrayList<>();

  public DeviceArrays(DataType type) {
    this.type = type;
  }

  /** The scratch array of this shape and number. */
  public INDArray scratch(int number, long... shape) {
    return scratch.computeIfAbsent(number + Arrays.toString(shape), key -> create(shape));
  }

  /** An array that is the caller's alone. */
  public INDArray own(long... shape) {
    INDArray array = create(shape);
    own.add(array);
    return array;
  }

  /** One number, to be repeated for whatever it is combined with. */
  public INDArray constant(double value) {
    return constants.computeIfAbsent(value, key -> filled(new double[] {key}, 1));
  }

  /** What {@link Kernels#step} multiplies with. */
  public INDArray steep() {
    return constant(STEEP);
  }

  /**
   * Sums over all but the last dimension, line by line first, so that no digits are lost.
   *
   * @param x [B,H,W,C]
   * @param into [C]
   */
  public INDArray channelSums(INDArray x, INDArray into) {
    INDArray lines = scratch(0, x.size(0), x.size(1), x.size(3));
    return Kernels.sum(Kernels.sum(x, lines, 2), into, 0, 1);
  }

  /** Numbers that do not change, row by row. */
  public INDArray constants(double[] values, long... shape) {
    INDArray array = filled(values, shape);
    own.add(array);
    return array;
  }

  private INDArray filled(double[] values, long... shape) {
    INDArray array = create(shape);
    Transfer.write(values, array);
    return array;
  }

  private INDArray create(long... shape) {
    return Nd4j.create(type, shape, 'c');
  }

  /** What all of it takes. */
  public long bytes() {
    long elements = 0;
    for (INDArray array : scratch.values()) elements += array.length();
    for (INDArray array : own) elements += array.length();
    return elements * type.width();
  }

  @Override
  public void close() {
    scratch.values().forEach(INDArray::close);
    constants.values().forEach(INDArray::close);
    own.forEach(INDArray::close);
    scratch.clear();
    constants.clear();
    own.clear();
  }
}
