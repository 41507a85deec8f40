package sc.fiji.cavga.preprocess;

import java.util.ArrayList;
import java.util.List;

/**
 * Learns what tells left eyes from right ones, without anyone naming their side: Fisher's linear
 * discriminant between the coarse pictures and their mirror images. Light that falls in from one
 * side or the other differs more between pictures than the optic disc does; the discriminant weighs
 * down what varies, where the mean picture alone takes a shadow for a side.
 */
final class EyeSideFitting {

  /** Cells along each side of the coarse picture that decides. */
  static final int CELLS = 16;

  /** The weights and the pictures' sides determine each other; more rounds change nothing. */
  private static final int ROUNDS = 6;

  /** What is added to each variance, in mean variances: few pictures say little about them. */
  private static final double RIDGE = 3;

  private static final int HALF = CELLS / 2;
  private static final int LENGTH = CELLS * HALF;

  /** Left half of each picture less its mirror image, the other half is the negative of it. */
  private final List<double[]> differences = new ArrayList<>();

  EyeSideFitting(List<float[]> coarse) {
    for (float[] picture : coarse) {
      double[] difference = new double[LENGTH];
      for (int i = 0; i < LENGTH; i++) {
        int row = i / HALF * CELLS;
        difference[i] = picture[row + i % HALF] - picture[row + CELLS - 1 - i % HALF];
      }
      differences.add(difference);
    }
  }

  /** [16,16]; the first picture's side is taken as the straight one. */
  float[] template() {
    double[] weights = differences.get(0);
    for (int round = 0; round < ROUNDS; round++) weights = mean(aligned(weights));
    for (int round = 0; round < ROUNDS; round++) weights = discriminant(aligned(weights));
    double sign = dot(differences.get(0), weights) < 0 ? -1 : 1;
    float[] template = new float[CELLS * CELLS];
    for (int i = 0; i < LENGTH; i++) {
      int row = i / HALF * CELLS;
      template[row + i % HALF] = (float) (sign * weights[i]);
      template[row + CELLS - 1 - i % HALF] = (float) (-sign * weights[i]);
    }
    return template;
  }

  /** All on the side that the weights find. */
  private List<double[]> aligned(double[] weights) {
    List<double[]> aligned = new ArrayList<>();
    for (double[] difference : differences) {
      double[] turned = difference.clone();
      if (dot(difference, weights) < 0) for (int i = 0; i < LENGTH; i++) turned[i] = -turned[i];
      aligned.add(turned);
    }
    return aligned;
  }

  private static double[] mean(List<double[]> vectors) {
    double[] mean = new double[LENGTH];
    for (double[] vector : vectors)
      for (int i = 0; i < LENGTH; i++) mean[i] += vector[i] / vectors.size();
    return mean;
  }

  /** (C + ridge)⁻¹ times the mean, C the covariance, by conjugate gradients. */
  private static double[] discriminant(List<double[]> aligned) {
    double[] mean = mean(aligned);
    double variance = 0;
    for (double[] vector : aligned)
      for (int i = 0; i < LENGTH; i++) {
        vector[i] -= mean[i];
        variance += vector[i] * vector[i] / aligned.size() / LENGTH;
      }
    if (!(variance > 0)) return mean;
    double[] weights = new double[LENGTH];
    double[] residual = mean.clone();
    double[] direction = mean.clone();
    double square = dot(residual, residual);
    double enough = 1e-16 * square;
    for (int i = 0; i < LENGTH && square > enough; i++) {
      double[] product = product(aligned, RIDGE * variance, direction);
      double step = square / dot(direction, product);
      add(weights, step, direction);
      add(residual, -step, product);
      double next = dot(residual, residual);
      for (int j = 0; j < LENGTH; j++) direction[j] = residual[j] + next / square * direction[j];
      square = next;
    }
    return weights;
  }

  /** The covariance of vectors without mean, and the ridge, times a direction. */
  private static double[] product(List<double[]> vectors, double ridge, double[] direction) {
    double[] product = new double[LENGTH];
    add(product, ridge, direction);
    for (double[] vector : vectors) add(product, dot(vector, direction) / vectors.size(), vector);
    return product;
  }

  private static void add(double[] to, double factor, double[] vector) {
    for (int i = 0; i < LENGTH; i++) to[i] += factor * vector[i];
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < LENGTH; i++) sum += a[i] * b[i];
    return sum;
  }
}
