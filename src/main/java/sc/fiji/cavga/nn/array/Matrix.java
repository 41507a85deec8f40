package sc.fiji.cavga.nn.array;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Products of matrices that lie row by row in arrays of any shape, without copying. BLAS runs with
 * one thread ({@link sc.fiji.cavga.compute.ComputeBackend}), so large products are split here, in
 * the same way on any machine.
 */
public final class Matrix {

  /** Rows that stay together, because BLAS reads the whole other factor for each product. */
  private static final long GROUP = 64;

  private final INDArray array;
  private final long rows;
  private final long columns;

  private Matrix(INDArray array, long rows, long columns) {
    this.array = array;
    this.rows = rows;
    this.columns = columns;
  }

  /** The array's elements as rows × columns. */
  public static Matrix over(INDArray array, long rows, long columns) {
    return new Matrix(array, rows, columns);
  }

  /** this = a·b, or this + a·b when {@code accumulate}; b may be transposed. */
  public void product(Matrix a, Matrix b, boolean transposeB, boolean accumulate) {
    INDArray factor = b.slice(0, b.rows);
    FixedSplit.run(
        a.groups(),
        GROUP * columns * a.columns,
        (block, start, end) ->
            multiply(a.part(start, end), false, factor, transposeB, part(start, end), accumulate));
  }

  /** this = aᵀ·b, or this + aᵀ·b when {@code accumulate}. */
  public void productOfTransposed(Matrix a, Matrix b, boolean accumulate) {
    int blocks = FixedSplit.count(a.groups(), GROUP * rows * columns);
    if (blocks == 1) {
      multiply(a.slice(0, a.rows), true, b.slice(0, b.rows), false, slice(0, rows), accumulate);
      return;
    }
    // Each block of rows has a sum of its own, to be added in the blocks' order.
    try (INDArray sums = Nd4j.create(array.dataType(), blocks * rows, columns)) {
      Matrix partial = over(sums, blocks * rows, columns);
      FixedSplit.run(
          a.groups(),
          GROUP * rows * columns,
          (block, start, end) ->
              multiply(
                  a.part(start, end),
                  true,
                  b.part(start, end),
                  false,
                  partial.slice(block * rows, (block + 1) * rows),
                  false));
      add(Values.of(sums), blocks, accumulate);
    }
  }

  private long groups() {
    return (rows + GROUP - 1) / GROUP;
  }

  private INDArray part(long start, long end) {
    return slice(start * GROUP, Math.min(end * GROUP, rows));
  }

  private void add(Values sums, int blocks, boolean accumulate) {
    Values values = Values.of(array);
    long count = rows * columns;
    for (long i = 0; i < count; i++) {
      double sum = 0;
      for (int block = 0; block < blocks; block++) sum += sums.get(block * count + i);
      values.put(i, sum, accumulate);
    }
  }

  /** BLAS wants columns first: read so, rows one after the other are their own transposition. */
  private INDArray slice(long start, long end) {
    return Nd4j.create(
        array.data(),
        new long[] {columns, end - start},
        new long[] {1, columns},
        start * columns,
        'f');
  }

  private static void multiply(
      INDArray a, boolean transposeA, INDArray b, boolean transposeB, INDArray c, boolean add) {
    Nd4j.gemm(b, a, c, transposeB, transposeA, 1, add ? 1 : 0);
  }
}
