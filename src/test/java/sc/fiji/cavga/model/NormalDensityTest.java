package sc.fiji.cavga.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.image.Placement;
import sc.fiji.cavga.image.PreparedPicture;
import sc.fiji.cavga.network.NamedArray;

class NormalDensityTest {

  private static final int SIZE = 48;

  @Test
  void oneComponentIsTheGaussianOfMeanAndCovariance() {
    double[][] vectors = new double[4000][];
    Random random = new Random(1);
    for (int i = 0; i < vectors.length; i++) {
      double a = random.nextGaussian();
      vectors[i] = new double[] {1 + 2 * a, -3 + a + 0.5 * random.nextGaussian()};
    }
    GaussianMixture mixture = GaussianMixture.fit(vectors, 1, 3, () -> {});
    // Covariance {{4, 2}, {2, 1.25}}: determinant 1, inverse {{1.25, -2}, {-2, 4}}.
    double[] at = {2, -2};
    double distance = 1.25 * 1 - 2 * 2 * 1 * 1 + 4 * 1;
    assertEquals(-Math.log(2 * Math.PI) - 0.5 * distance, mixture.logDensity(at), 0.05);
  }

  @Test
  void twoHeapsAreFound() {
    double[][] vectors = new double[3000][];
    Random random = new Random(2);
    for (int i = 0; i < vectors.length; i++)
      vectors[i] =
          i % 3 == 0
              ? new double[] {5 + 0.5 * random.nextGaussian(), random.nextGaussian()}
              : new double[] {-5 + random.nextGaussian(), 2 * random.nextGaussian()};
    GaussianMixture mixture = GaussianMixture.fit(vectors, 2, 3, () -> {});
    int small = mixture.weight(0) < mixture.weight(1) ? 0 : 1;
    assertEquals(1 / 3.0, mixture.weight(small), 0.02);
    assertEquals(5, mixture.mean(small)[0], 0.1);
    assertEquals(-5, mixture.mean(1 - small)[0], 0.1);
  }

  @Test
  void equalVectorsDoNotBreakTheFit() {
    double[][] vectors = new double[100][];
    Arrays.fill(vectors, new double[] {1, 2, 3});
    GaussianMixture mixture = GaussianMixture.fit(vectors, 4, 0, () -> {});
    assertTrue(Double.isFinite(mixture.logDensity(new double[] {1, 2, 4})));
  }

  @Test
  void aSpotIsUnusualAndTheBorderCountsForNothing() {
    NormalDensity density = fitted();
    float[] surprise = density.surprise(picture(100, true));
    float[] calm = density.surprise(picture(100, false));
    double spot = surprise[24 * SIZE + 24];
    double usual = 0;
    int count = 0;
    for (int i = 0; i < calm.length; i++)
      if (inside(i % SIZE, i / SIZE)) {
        usual += calm[i];
        count++;
      } else {
        assertEquals(0, surprise[i]);
      }
    assertTrue(spot > usual / count + 10, spot + " against " + usual / count);
  }

  @Test
  void sameSeedSameBitsAndBackFromTheFile() throws IOException {
    NormalDensity density = fitted();
    float[] expected = density.surprise(picture(7, true));
    assertArrayEquals(expected, fitted().surprise(picture(7, true)));
    NormalDensity stored = DensityEntries.read(DensityEntries.toArrays(density));
    assertArrayEquals(expected, stored.surprise(picture(7, true)));
  }

  @Test
  void foreignArraysAreRefused() {
    List<NamedArray> arrays = new ArrayList<>(DensityEntries.toArrays(fitted()));
    NamedArray means = arrays.remove(1);
    assertThrows(IOException.class, () -> DensityEntries.read(arrays));
    arrays.add(new NamedArray(means.name(), new long[] {2, 2}, new float[4]));
    assertThrows(IOException.class, () -> DensityEntries.read(arrays));
    arrays.remove(2);
    float[] broken = means.values().clone();
    arrays.add(new NamedArray(means.name(), means.shape(), broken));
    arrays.set(0, new NamedArray("weights", new long[] {12}, new float[12]));
    assertThrows(IOException.class, () -> DensityEntries.read(arrays));
  }

  @Test
  void tooLittleToLearnFromIsSaid() {
    DensityFitting fitting = new DensityFitting(1, 1);
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> fitting.fit(() -> {}))
            .getMessage()
            .contains("add more"));
  }

  private static NormalDensity fitted() {
    DensityFitting fitting = new DensityFitting(6, 1);
    for (int i = 0; i < 6; i++) fitting.add(picture(i, false));
    return fitting.fit(() -> {});
  }

  private static boolean inside(int x, int y) {
    return Math.hypot(x - 23.5, y - 23.5) < 21;
  }

  private static PreparedPicture picture(long seed, boolean spot) {
    Random random = new Random(seed);
    float[] values = new float[3 * SIZE * SIZE];
    float[] fieldOfView = new float[SIZE * SIZE];
    for (int c = 0; c < 3; c++)
      for (int y = 0; y < SIZE; y++)
        for (int x = 0; x < SIZE; x++) {
          if (!inside(x, y)) continue;
          fieldOfView[y * SIZE + x] = 1;
          double v = 0.4 + 0.1 * c + 0.03 * random.nextGaussian() + 0.05 * Math.sin(0.2 * x);
          if (spot && Math.hypot(x - 24, y - 24) < 3) v += 0.3;
          values[(c * SIZE + y) * SIZE + x] = (float) v;
        }
    return new PreparedPicture(
        SIZE,
        3,
        values,
        fieldOfView,
        new Placement(SIZE, SIZE, 0, 0, SIZE, (x, y) -> inside((int) x, (int) y)));
  }
}
