package sc.fiji.cavga.plane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WhiteningTest {

  @Test
  void givesTheMahalanobisDistance() {
    // Covariance {{4, 2}, {2, 1.25}}: determinant 1, inverse {{1.25, -2}, {-2, 4}}.
    double[] lower = Whitening.of(new double[] {4, 2, 1.25}, 2);
    double x = 0.7;
    double y = -1.3;
    double first = lower[0] * x;
    double second = lower[1] * x + lower[2] * y;
    assertEquals(1.25 * x * x - 4 * x * y + 4 * y * y, first * first + second * second, 1e-12);
  }

  @Test
  void givesTheCovarianceBack() {
    double[] covariance = {4, 2, 1.25, -0.5, 0.3, 2};
    double[] again = Whitening.covariance(Whitening.of(covariance, 3), 3);
    for (int i = 0; i < covariance.length; i++) assertEquals(covariance[i], again[i], 1e-12);
  }
}
