package sc.fiji.cavga.model.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

  private static final double[] EXPECTED = {1, 0};

  /** Two features; the class lies in the second alone. */
  private static List<float[]> vectors(int count, double second, long seed) {
    Random random = new Random(seed);
    List<float[]> vectors = new ArrayList<>();
    for (int i = 0; i < count; i++)
      vectors.add(
          new float[] {(float) random.nextGaussian(), (float) (second + random.nextGaussian())});
    return vectors;
  }

  @Test
  void fewVectorsLeaveTheExpectationAndManyOverruleIt() {
    float[] few = LogisticRegression.fit(vectors(2, 0, 1), vectors(2, 1.5, 2), EXPECTED, 1000);
    assertEquals(1, few[0], 0.02);
    assertEquals(0, few[1], 0.02);
    float[] many = LogisticRegression.fit(vectors(5000, 0, 3), vectors(5000, 1.5, 4), EXPECTED, 10);
    assertTrue(Math.abs(many[0]) < 0.1, "weight of what tells nothing " + many[0]);
    assertEquals(1.5, many[1], 0.15);
  }

  @Test
  void theConstantIsWhereBothClassesAreEquallyProbable() {
    float[] weights =
        LogisticRegression.fit(vectors(400, 0, 5), vectors(400, 2, 6), EXPECTED, 1000);
    double sum = 0;
    for (float[] vector : vectors(400, 0, 5)) sum += probability(weights, vector);
    for (float[] vector : vectors(400, 2, 6)) sum += probability(weights, vector);
    assertEquals(0.5, sum / 800, 1e-3);
  }

  private static double probability(float[] weights, float[] vector) {
    double logit = weights[2] + weights[0] * vector[0] + weights[1] * vector[1];
    return 1 / (1 + Math.exp(-logit));
  }
}
