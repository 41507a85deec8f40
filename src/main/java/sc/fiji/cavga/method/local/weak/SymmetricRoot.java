package sc.fiji.cavga.method.local.weak;

/** Symmetric square roots, by Jacobi's rotations. */
final class SymmetricRoot {

  private static final int MOST_SWEEPS = 30;
  private static final double SMALL = 1e-12;

  private SymmetricRoot() {}

  /**
   * The symmetric R with R·R = LᵀL. Whitening with it turns each feature into the one that is most
   * like it, where L mixes each with those before it.
   *
   * @param lower L [D·(D+1)/2], row by row
   * @return the lower triangle of R, in the same order
   */
  static float[] of(float[] lower, int size) {
    double[][] a = product(lower, size);
    double[][] vectors = new double[size][size];
    for (int i = 0; i < size; i++) vectors[i][i] = 1;
    for (int sweep = 0; sweep < MOST_SWEEPS && offDiagonal(a) > SMALL * trace(a); sweep++)
      for (int p = 0; p < size; p++) for (int q = p + 1; q < size; q++) rotate(a, vectors, p, q);
    float[] root = new float[lower.length];
    for (int i = 0, at = 0; i < size; i++)
      for (int j = 0; j <= i; j++, at++) {
        double sum = 0;
        for (int k = 0; k < size; k++)
          sum += vectors[i][k] * Math.sqrt(Math.max(0, a[k][k])) * vectors[j][k];
        root[at] = (float) sum;
      }
    return root;
  }

  private static double[][] product(float[] lower, int size) {
    double[][] product = new double[size][size];
    for (int k = 0, at = 0; k < size; at += ++k)
      for (int i = 0; i <= k; i++)
        for (int j = 0; j <= k; j++) product[i][j] += (double) lower[at + i] * lower[at + j];
    return product;
  }

  private static double offDiagonal(double[][] a) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) for (int j = 0; j < i; j++) sum += Math.abs(a[i][j]);
    return sum;
  }

  private static double trace(double[][] a) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) sum += Math.abs(a[i][i]);
    return sum;
  }

  /** Turns the plane of two axes so that they no longer depend on each other. */
  private static void rotate(double[][] a, double[][] vectors, int p, int q) {
    if (a[p][q] == 0) return;
    double angle = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double tangent = Math.copySign(1, angle) / (Math.abs(angle) + Math.sqrt(angle * angle + 1));
    double cosine = 1 / Math.sqrt(tangent * tangent + 1);
    double sine = tangent * cosine;
    for (double[] row : a) turn(row, p, q, cosine, sine);
    for (int k = 0; k < a.length; k++) {
      double x = a[p][k];
      double y = a[q][k];
      a[p][k] = cosine * x - sine * y;
      a[q][k] = sine * x + cosine * y;
    }
    for (double[] row : vectors) turn(row, p, q, cosine, sine);
  }

  private static void turn(double[] row, int p, int q, double cosine, double sine) {
    double x = row[p];
    double y = row[q];
    row[p] = cosine * x - sine * y;
    row[q] = sine * x + cosine * y;
  }
}
