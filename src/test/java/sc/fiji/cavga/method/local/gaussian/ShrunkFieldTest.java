package sc.fiji.cavga.method.local.gaussian;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.plane.Whitening;

class ShrunkFieldTest {

  private static final CellGrid GRID = new CellGrid(16);
  private static final int FEATURES = DogFeatures.count(1);
  private static final int TRIANGLE = FEATURES * (FEATURES + 1) / 2;

  /** Each cell another covariance; each feature's deviation times its number in the scales. */
  private static GaussianField field(long seed, double[] scales) {
    SplittableRandom random = new SplittableRandom(seed);
    int cells = GRID.cells() * GRID.cells();
    float[] means = new float[cells * FEATURES];
    float[] whitening = new float[cells * TRIANGLE];
    for (int i = 0; i < means.length; i++) means[i] = (float) random.nextDouble();
    for (int cell = 0; cell < cells; cell++)
      for (int i = 0, at = cell * TRIANGLE; i < FEATURES; i++)
        for (int j = 0; j <= i; j++, at++)
          whitening[at] =
              (float) ((i == j ? 1 + random.nextDouble() : random.nextDouble() - 0.5) / scales[j]);
    return new GaussianField(GRID, FEATURES, means, whitening);
  }

  private static double[] ones() {
    double[] ones = new double[FEATURES];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Another camera's field of which each feature varies by its own factor is taken as its own. */
  @Test
  void howMuchEachFeatureVariesIsTheCamerasOwn() {
    double[] scales = ones();
    for (int i = 0; i < FEATURES; i++) scales[i] = 0.5 + i;
    GaussianField own = field(1, ones());
    GaussianField shrunk = new ShrunkField(own, field(1, scales), cell -> true).of(20);
    for (int i = 0; i < own.whitening().length; i++)
      assertEquals(own.whitening()[i], shrunk.whitening()[i], 1e-4);
    assertArrayEquals(own.means(), shrunk.means());
  }

  @Test
  void theEarlierFieldCountsAsTwentyPictures() {
    GaussianField own = field(1, ones());
    GaussianField earlier = field(2, ones());
    double[] few = covariance(new ShrunkField(own, earlier, cell -> true).of(5), 7);
    double[] many = covariance(new ShrunkField(own, earlier, cell -> true).of(180), 7);
    double[] first = covariance(own, 7);
    // Both are mixed with the same other one: by 20 of 25 and by 20 of 200.
    for (int i = 0; i < TRIANGLE; i++)
      assertEquals(few[i] - first[i], 8 * (many[i] - first[i]), 1e-2);
  }

  private static double[] covariance(GaussianField field, int cell) {
    double[] lower = new double[TRIANGLE];
    for (int i = 0; i < TRIANGLE; i++) lower[i] = field.whitening()[cell * TRIANGLE + i];
    return Whitening.covariance(lower, FEATURES);
  }
}
