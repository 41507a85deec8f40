package sc.fiji.cavga.evaluate.metric;

import java.util.Arrays;

/**
 * Decisions as the paper takes them (section 3.1): s_a is the normalized difference of picture and
 * reconstruction, and above 0.5 a picture is anomalous. The paper does not say over what it
 * normalizes; here it is over all test pictures, from the smallest difference to the largest, so
 * these decisions know the test pictures, as no use in a clinic could.
 */
final class PaperDecisions {

  private static final double THRESHOLD = 0.5;

  private double[] differences = new double[64];
  private boolean[] labels = new boolean[64];
  private int count;

  void add(double difference, boolean anomalous) {
    if (count == differences.length) {
      differences = Arrays.copyOf(differences, 2 * count);
      labels = Arrays.copyOf(labels, 2 * count);
    }
    differences[count] = difference;
    labels[count++] = anomalous;
  }

  Decisions decisions() {
    double smallest = Arrays.stream(differences, 0, count).min().orElse(0);
    double largest = Arrays.stream(differences, 0, count).max().orElse(0);
    double range = largest - smallest;
    Decisions decisions = new Decisions(THRESHOLD);
    for (int i = 0; i < count; i++) {
      double score = range > 0 ? (differences[i] - smallest) / range : 0;
      decisions.add(score, labels[i] ? 1 : 0, labels[i] ? 0 : 1);
    }
    return decisions;
  }
}
