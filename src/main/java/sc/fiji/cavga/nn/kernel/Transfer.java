package sc.fiji.cavga.nn.kernel;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Copies numbers into arrays and out of them, by those calls of ND4J that synchronize: a new array
 * from Java's, an assignment, and the whole buffer as Java's array.
 */
public final class Transfer {

  private Transfer() {}

  /** All elements, row by row. */
  public static float[] floats(INDArray whole) {
    return whole.data().asFloat();
  }

  /** All elements, row by row. */
  public static double[] doubles(INDArray whole) {
    return whole.data().asDouble();
  }

  /** Replaces all elements, row by row. */
  public static void write(float[] numbers, INDArray whole) {
    if (whole.dataType() == DataType.DOUBLE) write(widened(numbers), whole);
    else assign(Nd4j.create(numbers, whole.shape(), 'c'), whole);
  }

  /** Replaces all elements, row by row. */
  public static void write(double[] numbers, INDArray whole) {
    if (whole.dataType() == DataType.FLOAT) write(narrowed(numbers), whole);
    else assign(Nd4j.create(numbers, whole.shape(), 'c'), whole);
  }

  private static void assign(INDArray from, INDArray to) {
    try (INDArray given = from) {
      to.assign(given);
      // Another thread, with a stream of its own, may compute next; and what was given goes away.
      Nd4j.getExecutioner().commit();
    }
  }

  /** From pictures' order, [B,C,H,W], to [B,H,W,C]. */
  public static void enter(float[] pictures, INDArray target) {
    long[] shape = target.shape();
    try (INDArray planes =
        Nd4j.create(target.dataType(), new long[] {shape[0], shape[3], shape[1], shape[2]}, 'c')) {
      write(pictures, planes);
      Kernels.permute(planes, target, 0, 2, 3, 1);
    }
  }

  /** From [B,H,W,C] to pictures' order, [B,C,H,W], a copy. */
  public static float[] leave(INDArray source) {
    long[] shape = source.shape();
    try (INDArray planes =
        Nd4j.create(source.dataType(), new long[] {shape[0], shape[3], shape[1], shape[2]}, 'c')) {
      return floats(Kernels.permute(source, planes, 0, 3, 1, 2));
    }
  }

  private static double[] widened(float[] numbers) {
    double[] wide = new double[numbers.length];
    Arrays.setAll(wide, i -> numbers[i]);
    return wide;
  }

  private static float[] narrowed(double[] numbers) {
    float[] narrow = new float[numbers.length];
    for (int i = 0; i < narrow.length; i++) narrow[i] = (float) numbers[i];
    return narrow;
  }
}
