package sc.fiji.cavga.network.graph;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Products of matrices that lie row by row in arrays of any shape, without copying. */
final class Matrix {

  private final INDArray transposed;

  private Matrix(INDArray transposed) {
    this.transposed = transposed;
  }

  /** The array's elements as rows × columns. */
  static Matrix over(INDArray array, long rows, long columns) {
    // BLAS wants columns first: read so, a row-major matrix is its own transposition.
    return new Matrix(
        Nd4j.create(array.data(), new long[] {columns, rows}, new long[] {1, columns}, 0, 'f'));
  }

  /** this = a·b, or this + a·b when {@code accumulate}. */
  void product(Matrix a, boolean transposeA, Matrix b, boolean transposeB, boolean accumulate) {
    Nd4j.gemm(
        b.transposed, a.transposed, transposed, transposeB, transposeA, 1, accumulate ? 1 : 0);
  }
}
