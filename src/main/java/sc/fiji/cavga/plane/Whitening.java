package sc.fiji.cavga.plane;

/**
 * The whitening of a covariance Σ: the lower triangle L with Σ⁻¹ = LᵀL, so that |L·v|² = vᵀΣ⁻¹v.
 */
public final class Whitening {

  private Whitening() {}

  /**
   * @param covariance positive definite, its lower triangle [D·(D+1)/2] row by row
   * @return L, in the same order, with a positive diagonal
   */
  public static double[] of(double[] covariance, int features) {
    double[] root = cholesky(covariance, features);
    double[] inverse = new double[root.length];
    for (int j = 0; j < features; j++) {
      inverse[at(j, j)] = 1 / root[at(j, j)];
      for (int i = j + 1; i < features; i++) {
        double sum = 0;
        for (int k = j; k < i; k++) sum += root[at(i, k)] * inverse[at(k, j)];
        inverse[at(i, j)] = -sum / root[at(i, i)];
      }
    }
    return inverse;
  }

  private static double[] cholesky(double[] covariance, int features) {
    double[] root = new double[covariance.length];
    for (int i = 0; i < features; i++)
      for (int j = 0; j <= i; j++) {
        double sum = covariance[at(i, j)];
        for (int k = 0; k < j; k++) sum -= root[at(i, k)] * root[at(j, k)];
        root[at(i, j)] = i == j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / root[at(j, j)];
      }
    return root;
  }

  private static int at(int row, int column) {
    return row * (row + 1) / 2 + column;
  }
}
