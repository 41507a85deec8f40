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

  /**
   * What {@link #of} was made of.
   *
   * @param whitening with a positive diagonal
   * @return its lower triangle, row by row
   */
  public static double[] covariance(double[] whitening, int features) {
    double[] inverse = new double[whitening.length];
    for (int i = 0; i < features; i++)
      for (int j = 0; j <= i; j++) {
        double sum = i == j ? 1 : 0;
        for (int k = j; k < i; k++) sum -= whitening[at(i, k)] * inverse[at(k, j)];
        inverse[at(i, j)] = sum / whitening[at(i, i)];
      }
    double[] covariance = new double[whitening.length];
    for (int i = 0; i < features; i++)
      for (int j = 0; j <= i; j++)
        for (int k = 0; k <= j; k++) covariance[at(i, j)] += inverse[at(i, k)] * inverse[at(j, k)];
    return covariance;
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
