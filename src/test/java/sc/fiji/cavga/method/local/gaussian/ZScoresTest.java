package sc.fiji.cavga.method.local.gaussian;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.plane.Whitening;
import sc.fiji.cavga.preprocess.PictureBatch;
import sc.fiji.cavga.preprocess.Placement;
import sc.fiji.cavga.preprocess.PreparedPicture;

class ZScoresTest {

  private static final int SIZE = 24;
  private static final int PLANE = SIZE * SIZE;

  /** Noise in one channel; the first row cannot be seen. */
  private static PreparedPicture picture(long seed, double spot) {
    Random random = new Random(seed);
    float[] values = new float[PLANE];
    float[] fieldOfView = new float[PLANE];
    Arrays.fill(fieldOfView, SIZE, PLANE, 1);
    for (int i = SIZE; i < PLANE; i++) values[i] = (float) (0.4 + 0.05 * random.nextGaussian());
    values[12 * SIZE + 12] += spot;
    return new PreparedPicture(
        SIZE, 1, values, fieldOfView, new Placement(SIZE, SIZE, 0, 0, SIZE, (x, y) -> true));
  }

  private static GaussianField field() {
    GaussianFieldFitter fitter = new GaussianFieldFitter();
    for (int i = 0; i < 40; i++) fitter.add(picture(i, 0));
    return fitter.fit();
  }

  @Test
  void normalPlacesLieAboutASpreadFromTheMean() {
    GaussianField field = field();
    ZScores scores = new ZScores(field);
    assertEquals(DogFeatures.count(1) + 3, scores.channels());
    double[] squares = new double[DogFeatures.count(1)];
    for (int i = 100; i < 120; i++) {
      PreparedPicture picture = picture(i, 0);
      float[] of = scores.of(DogFeatures.of(picture), picture.fieldOfView());
      for (int d = 0; d < squares.length; d++)
        for (int p = 2 * SIZE; p < PLANE; p++)
          squares[d] += of[d * PLANE + p] * of[d * PLANE + p] / (20.0 * (PLANE - 2 * SIZE));
    }
    for (double square : squares) assertEquals(1, square, 0.35, Arrays.toString(squares));
  }

  @Test
  void aSpotDeviatesAndIsCutOff() {
    ZScores scores = new ZScores(field());
    PreparedPicture spotted = picture(500, 0.55);
    float[] of = scores.of(DogFeatures.of(spotted), spotted.fieldOfView());
    assertEquals(8, of[12 * SIZE + 12]);
    float largest = 0;
    for (int i = 0; i < DogFeatures.count(1) * PLANE; i++) largest = Math.max(largest, of[i]);
    assertEquals(8, largest);
  }

  @Test
  void tellsThePlaceAndWhatIsSeen() {
    ZScores scores = new ZScores(field());
    PreparedPicture picture = picture(7, 0);
    float[] of = scores.of(DogFeatures.of(picture), picture.fieldOfView());
    int place = DogFeatures.count(1) * PLANE;
    assertEquals(-1, of[place]);
    assertEquals(1, of[place + PLANE - 1]);
    assertEquals(-1, of[place + PLANE + 5 * SIZE]);
    assertEquals(1, of[place + PLANE + SIZE - 1]);
    assertArrayEquals(
        picture.fieldOfView(), Arrays.copyOfRange(of, place + 2 * PLANE, place + 3 * PLANE));
    for (int i = 0; i < SIZE; i++) assertEquals(0, of[i], "outside the field of view");
  }

  @Test
  void aBatchIsItsPictures() {
    ZScores scores = new ZScores(field());
    List<PreparedPicture> pictures = List.of(picture(1, 0), picture(2, 0.2), picture(3, -0.2));
    float[] all = scores.of(PictureBatch.of(pictures));
    int each = scores.channels() * PLANE;
    for (int b = 0; b < pictures.size(); b++)
      assertArrayEquals(
          scores.of(DogFeatures.of(pictures.get(b)), pictures.get(b).fieldOfView()),
          Arrays.copyOfRange(all, b * each, (b + 1) * each));
  }

  @Test
  void spreadsAreThoseOfTheCovariance() {
    // Σ = AᵀA of A = [[2,1],[0,3]], so that the variances are 4 and 10.
    float[] lower = new float[3];
    double[] whitening = Whitening.of(new double[] {4, 2, 10}, 2);
    for (int i = 0; i < 3; i++) lower[i] = (float) whitening[i];
    assertArrayEquals(
        new float[] {0.5f, (float) (1 / Math.sqrt(10))}, ZScoreField.scales(lower, 2), 1e-6f);
  }
}
