package sc.fiji.cavga.method.local.weak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.method.local.LocalModel;
import sc.fiji.cavga.method.local.gaussian.GaussianField;
import sc.fiji.cavga.method.local.gaussian.GaussianFieldFitter;
import sc.fiji.cavga.model.calibration.LogisticRegression;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.preprocess.Placement;
import sc.fiji.cavga.preprocess.PreparedPicture;

class WeakReweightingFitterTest {

  private static final int SIZE = 48;

  @Test
  void theRootTimesItselfIsTheInverseCovariance() {
    float[] lower = {2, 1, 0.5f, -1, 3, 1.5f};
    float[] r = SymmetricRoot.of(lower, 3);
    double[][] root = {{r[0], r[1], r[3]}, {r[1], r[2], r[4]}, {r[3], r[4], r[5]}};
    double[][] l = {{2, 0, 0}, {1, 0.5, 0}, {-1, 3, 1.5}};
    for (int i = 0; i < 3; i++)
      for (int j = 0; j < 3; j++) {
        double expected = 0;
        double square = 0;
        for (int k = 0; k < 3; k++) {
          expected += l[k][i] * l[k][j];
          square += root[i][k] * root[k][j];
        }
        assertEquals(expected, square, 1e-5);
      }
  }

  @Test
  void regressionFindsWhatTellsTheClassesApart() {
    Random random = new Random(3);
    List<float[]> first = new ArrayList<>();
    List<float[]> second = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      double shift = i % 3 == 0 ? 4 : 0;
      float[] vector = {
        (float) (random.nextGaussian() + shift), 50 + (float) random.nextGaussian()
      };
      (i % 3 == 0 ? second : first).add(vector);
    }
    float[] weights = LogisticRegression.fit(first, second);
    assertTrue(weights[0] > 1, "the first number tells them apart");
    assertTrue(Math.abs(weights[1]) < 0.3, "the second tells nothing");
    double between = 2 * weights[0] + 50 * weights[1] + weights[2];
    assertEquals(0, between, 0.6, "half way is undecided, though one class is twice as large");
  }

  @Test
  void whatOnlyAnomalousPicturesShowIsRaisedAboveANormalVariation() {
    GaussianField field = field();
    PreparedPicture dark = picture(900, -0.25);
    PreparedPicture bright = picture(900, 0.25);
    try (LocalModel plain = new LocalModel(field, null, null);
        LocalModel taught = new LocalModel(field, taught(field), null)) {
      double before = peak(plain, dark) / peak(plain, bright);
      double after = peak(taught, dark) / peak(taught, bright);
      assertTrue(after > 1.3 * before, before + " before, " + after + " after");
    }
  }

  @Test
  void withoutAnomalousPicturesThereIsNothingToLearn() {
    WeakReweightingFitter fitter = new WeakReweightingFitter(field());
    PreparedPicture normal = picture(1, 0);
    assertThrows(IllegalStateException.class, () -> fitter.add(normal, false));
    fitter.calibrate(normal);
    fitter.add(normal, false);
    assertThrows(IllegalStateException.class, fitter::learn);
  }

  private static double peak(LocalModel model, PreparedPicture picture) {
    double peak = 0;
    for (float value : model.examine(picture).map(MapKind.DEFAULT).values())
      peak = Math.max(peak, value);
    return peak;
  }

  private static GaussianField field() {
    GaussianFieldFitter fitter = new GaussianFieldFitter();
    for (int i = 0; i < 24; i++) fitter.add(normal(i));
    return fitter.fit();
  }

  private static WeakReweighting taught(GaussianField field) {
    WeakReweightingFitter fitter = new WeakReweightingFitter(field);
    for (int i = 0; i < 24; i++) fitter.calibrate(normal(i));
    for (int round = 0; round < WeakReweightingFitter.ROUNDS; round++) {
      for (int i = 0; i < 24; i++) fitter.add(normal(i), false);
      for (int i = 0; i < 6; i++) fitter.add(picture(500 + i, -0.25), true);
      fitter.learn();
    }
    return fitter.reweighting();
  }

  /** Every sixth normal picture has a bright spot somewhere. */
  private static PreparedPicture normal(int number) {
    return picture(number, number % 6 == 0 ? 0.25 : 0);
  }

  private static PreparedPicture picture(long seed, double spot) {
    Random random = new Random(seed);
    double spotX = 14 + 20 * random.nextDouble();
    double spotY = 14 + 20 * random.nextDouble();
    float[] values = new float[SIZE * SIZE];
    float[] fieldOfView = new float[SIZE * SIZE];
    for (int y = 0; y < SIZE; y++)
      for (int x = 0; x < SIZE; x++) {
        if (Math.hypot(x - 23.5, y - 23.5) > 21) continue;
        fieldOfView[y * SIZE + x] = 1;
        double v = 0.5 + 0.03 * random.nextGaussian();
        if (Math.hypot(x - spotX, y - spotY) < 3) v += spot;
        values[y * SIZE + x] = (float) v;
      }
    return new PreparedPicture(
        SIZE, 1, values, fieldOfView, new Placement(SIZE, SIZE, 0, 0, SIZE, (x, y) -> true));
  }
}
