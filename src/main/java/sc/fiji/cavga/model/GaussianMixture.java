package sc.fiji.cavga.model;

import java.util.Random;

/**
 * A mixture of Gaussians with full covariances: how usual a feature vector is. Fitted by
 * expectation maximization from a seeded start; the same vectors and seed give the same bits.
 */
public final class GaussianMixture {

  private static final int ROUNDS = 40;

  /**
   * A share of each feature's variance that is added to every covariance, so that none collapses.
   */
  private static final double RIDGE = 1e-3;

  private final double[] weights;
  private final double[][] means;

  /** Of each covariance's inverse: the lower triangle L with Σ⁻¹ = LᵀL, row by row. */
  private final double[][] whitening;

  private final double[] constants;

  /**
   * @param weights of the components, positive, with the sum 1
   * @param means of the components, each [D]
   * @param whitening of the components, each a lower triangle [D·(D+1)/2] with Σ⁻¹ = LᵀL and a
   *     positive diagonal
   * @throws IllegalArgumentException when the sizes do not fit or a number is not finite
   */
  GaussianMixture(double[] weights, double[][] means, double[][] whitening) {
    this.weights = weights;
    this.means = means;
    this.whitening = whitening;
    constants = new double[weights.length];
    for (int k = 0; k < weights.length; k++) constants[k] = constant(k);
  }

  private double constant(int k) {
    int features = features();
    if (means[k].length != features || whitening[k].length != features * (features + 1) / 2)
      throw new IllegalArgumentException("A mixture's components must have one size.");
    double constant = Math.log(weights[k]) - 0.5 * features * Math.log(2 * Math.PI);
    for (int i = 0, at = 0; i < features; i++, at += i + 1) constant += Math.log(whitening[k][at]);
    if (!Double.isFinite(constant))
      throw new IllegalArgumentException("A mixture's numbers must be finite and positive.");
    return constant;
  }

  int components() {
    return weights.length;
  }

  int features() {
    return means[0].length;
  }

  double weight(int component) {
    return weights[component];
  }

  double[] mean(int component) {
    return means[component];
  }

  double[] whitening(int component) {
    return whitening[component];
  }

  /** The natural logarithm of the density at a vector [D]. */
  double logDensity(double[] vector) {
    double[] logs = new double[weights.length];
    return logDensity(vector, logs);
  }

  /** The same, and each component's share of it as a logarithm. */
  private double logDensity(double[] vector, double[] logs) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < logs.length; k++) {
      logs[k] = constants[k] - 0.5 * distance(k, vector);
      largest = Math.max(largest, logs[k]);
    }
    double sum = 0;
    for (double log : logs) sum += Math.exp(log - largest);
    return largest + Math.log(sum);
  }

  private double distance(int k, double[] vector) {
    double[] lower = whitening[k];
    double[] mean = means[k];
    double distance = 0;
    for (int i = 0, at = 0; i < vector.length; i++) {
      double sum = 0;
      for (int j = 0; j <= i; j++, at++) sum += lower[at] * (vector[j] - mean[j]);
      distance += sum * sum;
    }
    return distance;
  }

  /**
   * @param vectors [N][D], at least as many as components
   */
  static <E extends Exception> GaussianMixture fit(
      double[][] vectors, int components, long seed, DensityFitting.Pause<E> pause) throws E {
    GaussianMixture mixture = MixtureStart.of(vectors, components, RIDGE, new Random(seed));
    for (int round = 0; round < ROUNDS; round++) {
      pause.check();
      mixture = mixture.improved(vectors);
    }
    return mixture;
  }

  /** One round of expectation and maximization. */
  private GaussianMixture improved(double[][] vectors) {
    MixtureMoments moments = new MixtureMoments(components(), features());
    double[] shares = new double[components()];
    for (double[] vector : vectors) {
      double total = logDensity(vector, shares);
      for (int k = 0; k < shares.length; k++) shares[k] = Math.exp(shares[k] - total);
      moments.add(vector, shares);
    }
    return moments.mixture(RIDGE);
  }
}
