package sc.fiji.cavga.method.local.gaussian;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.preprocess.Placement;
import sc.fiji.cavga.preprocess.PreparedPicture;

class GaussianFieldTest {

  private static final int SIZE = 48;

  @Test
  void distancesFollowTheGaussianOfThePlace() {
    // One feature vector everywhere on the left, another on the right, of unit spread.
    CellGrid grid = new CellGrid(64);
    int cells = grid.cells();
    int features = DogFeatures.count(1);
    int triangle = features * (features + 1) / 2;
    float[] means = new float[cells * cells * features];
    float[] whitening = new float[cells * cells * triangle];
    for (int cell = 0; cell < cells * cells; cell++) {
      for (int i = 0; i < features; i++) {
        means[cell * features + i] = cell % cells < cells / 2 ? 0 : 3;
        whitening[cell * triangle + i * (i + 1) / 2 + i] = 1;
      }
    }
    GaussianField gaussians = new GaussianField(grid, features, means, whitening);
    PreparedPicture flat = flat(64);
    float[] distances = gaussians.halfDistances(DogFeatures.of(flat), flat.fieldOfView());
    assertEquals(0, distances[32 * 64 + 5], 1e-6);
    assertEquals(features * 9 / 2.0, distances[32 * 64 + 60], 1e-4);
    double between = distances[32 * 64 + 32];
    assertTrue(between > 1 && between < 0.9 * features * 9 / 2.0, "interpolated, not " + between);
  }

  @Test
  void aFewEqualPicturesDoNotBreakTheFit() {
    GaussianFieldFitter fitter = new GaussianFieldFitter();
    for (int i = 0; i < 3; i++) fitter.add(flat(32));
    float[] distances = distances(fitter.fit(), flat(32));
    for (float value : distances) assertEquals(0, value, 1e-3);
  }

  @Test
  void aSpotIsUnusualAndTheBorderCountsForNothing() {
    GaussianField field = fitted();
    float[] distances = distances(field, picture(100, true));
    float[] calm = distances(field, picture(100, false));
    double spot = distances[24 * SIZE + 24];
    double usual = 0;
    int count = 0;
    for (int i = 0; i < calm.length; i++)
      if (inside(i % SIZE, i / SIZE)) {
        usual += calm[i];
        count++;
      } else {
        assertEquals(0, distances[i]);
      }
    assertTrue(spot > usual / count + 10, spot + " against " + usual / count);
  }

  @Test
  void samePicturesSameBits() {
    GaussianField field = fitted();
    float[] expected = distances(field, picture(7, true));
    assertArrayEquals(expected, distances(fitted(), picture(7, true)));
  }

  @Test
  void tooLittleToLearnFromIsSaid() {
    GaussianFieldFitter fitter = new GaussianFieldFitter();
    assertTrue(
        assertThrows(IllegalArgumentException.class, fitter::fit)
            .getMessage()
            .contains("add more"));
  }

  private static GaussianField fitted() {
    GaussianFieldFitter fitter = new GaussianFieldFitter();
    for (int i = 0; i < 6; i++) fitter.add(picture(i, false));
    return fitter.fit();
  }

  private static PreparedPicture flat(int size) {
    float[] values = new float[size * size];
    float[] fieldOfView = new float[size * size];
    Arrays.fill(values, 0.5f);
    Arrays.fill(fieldOfView, 1);
    return new PreparedPicture(
        size, 1, values, fieldOfView, new Placement(size, size, 0, 0, size, (x, y) -> true));
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

  private static float[] distances(GaussianField field, PreparedPicture picture) {
    return field.halfDistances(DogFeatures.of(picture), picture.fieldOfView());
  }
}
