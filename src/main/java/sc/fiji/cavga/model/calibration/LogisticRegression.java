package sc.fiji.cavga.model.calibration;

import java.util.List;
import sc.fiji.cavga.plane.Whitening;

/**
 * Tells two classes of vectors apart: the logit of the second class as a weighted sum, by Newton's
 * method. Both classes count the same however many of each there are.
 */
public final class LogisticRegression {

  /** Of the squared weights of standardized features, beside the mean loss. */
  private static final double PENALTY = 0.01;

  private static final int MOST_STEPS = 25;
  private static final double CONVERGED = 1e-6;

  private final int width;
  private final double penalty;
  private final double[] means;
  private final double[] deviations;

  /** Of standardized features: what the penalty draws towards. */
  private final double[] expected;

  private LogisticRegression(int width, double penalty) {
    this.width = width;
    this.penalty = penalty;
    expected = new double[width + 1];
    means = new double[width];
    deviations = new double[width];
  }

  /**
   * @param first vectors of equal length, at least one
   * @param second likewise
   * @return the weight of each feature, and the constant at the end
   */
  public static float[] fit(List<float[]> first, List<float[]> second) {
    LogisticRegression regression = new LogisticRegression(first.get(0).length, PENALTY);
    regression.standardize(first, second);
    return regression.solved(first, second);
  }

  /**
   * The same where it is known beforehand what the weights should be: few vectors move them little,
   * and many move them where they want (a normal prior).
   *
   * @param expected weight of each feature
   * @param strength so many vectors of the rarer class count as much as the expectation, positive
   */
  public static float[] fit(
      List<float[]> first, List<float[]> second, double[] expected, double strength) {
    double penalty = strength / Math.min(first.size(), second.size());
    LogisticRegression regression = new LogisticRegression(expected.length, penalty);
    regression.standardize(first, second);
    for (int i = 0; i < expected.length; i++)
      regression.expected[i] = expected[i] * regression.deviations[i];
    return regression.solved(first, second);
  }

  private float[] solved(List<float[]> first, List<float[]> second) {
    double[] weights = expected.clone();
    for (int step = 0; step < MOST_STEPS; step++)
      if (improve(weights, first, second) < CONVERGED) break;
    return unstandardized(weights);
  }

  private void standardize(List<float[]> first, List<float[]> second) {
    double count = first.size() + (double) second.size();
    for (List<float[]> vectors : List.of(first, second))
      for (float[] vector : vectors) for (int i = 0; i < width; i++) means[i] += vector[i] / count;
    for (List<float[]> vectors : List.of(first, second))
      for (float[] vector : vectors)
        for (int i = 0; i < width; i++)
          deviations[i] += (vector[i] - means[i]) * (vector[i] - means[i]) / count;
    for (int i = 0; i < width; i++) deviations[i] = Math.sqrt(deviations[i]) + 1e-6;
  }

  /** One step of Newton's; returns the largest change. */
  private double improve(double[] weights, List<float[]> first, List<float[]> second) {
    int n = width + 1;
    double[] gradient = new double[n];
    double[] hessian = new double[n * (n + 1) / 2];
    for (int i = 0; i < n; i++) {
      // The constant is not to be small; a trace of a penalty keeps the system solvable.
      double own = i < width ? penalty : 1e-9;
      gradient[i] = own * (weights[i] - expected[i]);
      hessian[i * (i + 1) / 2 + i] = own;
    }
    gather(first, 0, weights, gradient, hessian);
    gather(second, 1, weights, gradient, hessian);
    double[] lower = Whitening.of(hessian, n);
    double[] half = new double[n];
    for (int i = 0, at = 0; i < n; i++)
      for (int j = 0; j <= i; j++, at++) half[i] += lower[at] * gradient[j];
    double[] change = new double[n];
    for (int i = 0, at = 0; i < n; i++)
      for (int j = 0; j <= i; j++, at++) change[j] += lower[at] * half[i];
    double largest = 0;
    for (int i = 0; i < n; i++) {
      weights[i] -= change[i];
      largest = Math.max(largest, Math.abs(change[i]));
    }
    return largest;
  }

  private void gather(
      List<float[]> vectors, int label, double[] weights, double[] gradient, double[] hessian) {
    int n = width + 1;
    double[] x = new double[n];
    x[width] = 1;
    double share = 0.5 / vectors.size();
    for (float[] vector : vectors) {
      double logit = weights[width];
      for (int i = 0; i < width; i++) {
        x[i] = (vector[i] - means[i]) / deviations[i];
        logit += weights[i] * x[i];
      }
      double probability = 1 / (1 + Math.exp(-logit));
      double slope = share * (probability - label);
      double curvature = share * probability * (1 - probability);
      for (int i = 0, at = 0; i < n; i++) {
        gradient[i] += slope * x[i];
        double scaled = curvature * x[i];
        for (int j = 0; j <= i; j++, at++) hessian[at] += scaled * x[j];
      }
    }
  }

  private float[] unstandardized(double[] weights) {
    float[] result = new float[width + 1];
    double constant = weights[width];
    for (int i = 0; i < width; i++) {
      result[i] = (float) (weights[i] / deviations[i]);
      constant -= weights[i] * means[i] / deviations[i];
    }
    result[width] = (float) constant;
    return result;
  }
}
