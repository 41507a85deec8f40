package sc.fiji.cavga.method.local.weak;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** Symmetric square roots. */
final class SymmetricRoot {

  private SymmetricRoot() {}

  /**
   * The symmetric R with R·R = LᵀL. Whitening with it turns each feature into the one that is most
   * like it, where L mixes each with those before it.
   *
   * @param lower L [D·(D+1)/2], row by row
   * @return the lower triangle of R, in the same order
   */
  static float[] of(float[] lower, int size) {
    double[][] rows = new double[size][size];
    for (int i = 0, at = 0; i < size; i++)
      for (int j = 0; j <= i; j++, at++) rows[i][j] = lower[at];
    RealMatrix triangle = new Array2DRowRealMatrix(rows, false);
    EigenDecomposition eigen = new EigenDecomposition(triangle.transpose().multiply(triangle));
    double[][] vectors = eigen.getV().getData();
    double[] values = eigen.getRealEigenvalues();
    float[] root = new float[lower.length];
    for (int i = 0, at = 0; i < size; i++)
      for (int j = 0; j <= i; j++, at++) {
        double sum = 0;
        for (int k = 0; k < size; k++)
          // Rounding may leave the smallest a little below zero.
          sum += vectors[i][k] * Math.sqrt(Math.max(0, values[k])) * vectors[j][k];
        root[at] = (float) sum;
      }
    return root;
  }
}
