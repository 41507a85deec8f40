package sc.fiji.cavga.model;

/** The weighted sums from which a mixture's components follow: counts, means and covariances. */
final class MixtureMoments {

  private final int features;
  private final double[] counts;
  private final double[][] sums;
  private final double[][] products;
  private final double[] allSums;
  private final double[] allSquares;

  MixtureMoments(int components, int features) {
    this.features = features;
    counts = new double[components];
    sums = new double[components][features];
    products = new double[components][features * (features + 1) / 2];
    allSums = new double[features];
    allSquares = new double[features];
  }

  /**
   * @param shares of the components in the vector, with the sum 1
   */
  void add(double[] vector, double[] shares) {
    for (int i = 0; i < features; i++) {
      allSums[i] += vector[i];
      allSquares[i] += vector[i] * vector[i];
    }
    for (int k = 0; k < counts.length; k++) {
      double share = shares[k];
      if (share < 1e-9) continue;
      counts[k] += share;
      for (int i = 0, at = 0; i < features; i++) {
        double weighted = share * vector[i];
        sums[k][i] += weighted;
        for (int j = 0; j <= i; j++, at++) products[k][at] += weighted * vector[j];
      }
    }
  }

  /**
   * @param ridge the share of each feature's variance over all vectors to add to the covariances
   */
  GaussianMixture mixture(double ridge) {
    int components = counts.length;
    double total = 0;
    for (double count : counts) total += count;
    double[] weights = new double[components];
    double[][] means = new double[components][features];
    double[][] whitening = new double[components][];
    for (int k = 0; k < components; k++) {
      double count = Math.max(counts[k], 1e-3);
      weights[k] = count / Math.max(total, count);
      double[][] covariance = new double[features][features];
      for (int i = 0; i < features; i++) means[k][i] = sums[k][i] / count;
      for (int i = 0, at = 0; i < features; i++) {
        for (int j = 0; j <= i; j++, at++)
          covariance[i][j] = products[k][at] / count - means[k][i] * means[k][j];
        double mean = allSums[i] / total;
        double variance = Math.max(0, allSquares[i] / total - mean * mean);
        covariance[i][i] = Math.max(covariance[i][i], 0) + ridge * variance + 1e-12;
      }
      whitening[k] = inverseOfFactor(covariance);
    }
    double sum = 0;
    for (double weight : weights) sum += weight;
    for (int k = 0; k < components; k++) weights[k] /= sum;
    return new GaussianMixture(weights, means, whitening);
  }

  /** L⁻¹, row by row, for the Cholesky factor L of a covariance given by its lower triangle. */
  private static double[] inverseOfFactor(double[][] covariance) {
    int n = covariance.length;
    double[][] factor = new double[n][n];
    for (int i = 0; i < n; i++)
      for (int j = 0; j <= i; j++) {
        double sum = covariance[i][j];
        for (int k = 0; k < j; k++) sum -= factor[i][k] * factor[j][k];
        // Rounding may leave a direction without variance; a little keeps it invertible.
        if (i == j) factor[i][i] = Math.sqrt(Math.max(sum, 1e-9 * covariance[i][i]));
        else factor[i][j] = sum / factor[j][j];
      }
    double[] inverse = new double[n * (n + 1) / 2];
    for (int j = 0; j < n; j++)
      for (int i = j; i < n; i++) {
        double sum = i == j ? 1 : 0;
        for (int k = j; k < i; k++) sum -= factor[i][k] * inverse[k * (k + 1) / 2 + j];
        inverse[i * (i + 1) / 2 + j] = sum / factor[i][i];
      }
    return inverse;
  }
}
