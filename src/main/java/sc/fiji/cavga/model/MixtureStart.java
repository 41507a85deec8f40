package sc.fiji.cavga.model;

import java.util.Arrays;
import java.util.Random;

/**
 * Where a mixture's fitting starts: centres drawn far from each other, each vector to the nearest.
 */
final class MixtureStart {

  private MixtureStart() {}

  static GaussianMixture of(double[][] vectors, int components, double ridge, Random random) {
    double[] scale = inverseVariances(vectors);
    double[][] centres = new double[components][];
    double[] nearest = new double[vectors.length];
    int[] owner = new int[vectors.length];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    centres[0] = vectors[random.nextInt(vectors.length)];
    for (int k = 0; k < components; k++) {
      if (k > 0) centres[k] = vectors[draw(nearest, random)];
      for (int i = 0; i < vectors.length; i++) {
        double distance = distance(vectors[i], centres[k], scale);
        if (distance < nearest[i]) {
          nearest[i] = distance;
          owner[i] = k;
        }
      }
    }
    MixtureMoments moments = new MixtureMoments(components, vectors[0].length);
    double[] shares = new double[components];
    for (int i = 0; i < vectors.length; i++) {
      // A small share for all keeps a component that owns few vectors from vanishing at once.
      Arrays.fill(shares, 0.1 / components);
      shares[owner[i]] += 0.9;
      moments.add(vectors[i], shares);
    }
    return moments.mixture(ridge);
  }

  /** An index with a probability in proportion to its value. */
  private static int draw(double[] values, Random random) {
    double sum = 0;
    for (double value : values) sum += value;
    double at = random.nextDouble() * sum;
    for (int i = 0; i < values.length; i++) {
      at -= values[i];
      if (at < 0) return i;
    }
    return values.length - 1;
  }

  private static double distance(double[] a, double[] b, double[] scale) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]) * scale[i];
    return sum;
  }

  private static double[] inverseVariances(double[][] vectors) {
    int features = vectors[0].length;
    double[] result = new double[features];
    for (int d = 0; d < features; d++) {
      double sum = 0;
      double squares = 0;
      for (double[] vector : vectors) {
        sum += vector[d];
        squares += vector[d] * vector[d];
      }
      double mean = sum / vectors.length;
      result[d] = 1 / Math.max(1e-12, squares / vectors.length - mean * mean);
    }
    return result;
  }
}
