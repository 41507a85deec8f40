package sc.fiji.cavga.method.local.gaussian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.preprocess.OpticDiscLocator;
import sc.fiji.cavga.preprocess.Placement;
import sc.fiji.cavga.preprocess.PreparedPicture;

class MeanDiscPositionTest {

  private static final int SIZE = 64;

  /** Noise, with a bright disc of 4 pixels where it is told to be. */
  private static PreparedPicture picture(long seed, double x, double y) {
    Random random = new Random(seed);
    float[] values = new float[SIZE * SIZE];
    float[] fieldOfView = new float[SIZE * SIZE];
    Arrays.fill(fieldOfView, 1);
    for (int i = 0; i < values.length; i++) {
      double away = Math.hypot(i % SIZE - x, i / SIZE - y);
      values[i] = (float) (0.3 + 0.01 * random.nextGaussian() + (away < 4 ? 0.4 : 0));
    }
    return new PreparedPicture(
        SIZE, 1, values, fieldOfView, new Placement(SIZE, SIZE, 0, 0, SIZE, (a, b) -> true));
  }

  private static GaussianField fitted(int pictures, double off) {
    GaussianFieldFitter fitter = new GaussianFieldFitter();
    List<PreparedPicture> all = new ArrayList<>();
    Random random = new Random(1);
    for (int i = 0; i < pictures; i++)
      all.add(
          picture(
              i,
              40 + off * (2 * random.nextDouble() - 1),
              30 + off * (2 * random.nextDouble() - 1)));
    all.forEach(fitter::locate);
    all.forEach(fitter::add);
    return fitter.fit();
  }

  private static double mostUnusual(GaussianField field, PreparedPicture picture) {
    double most = 0;
    for (float each : field.halfDistances(field.features(picture), picture.fieldOfView()))
      most = Math.max(most, each);
    return most;
  }

  @Test
  void theMiddleOfADiscIsFoundToHalfAPixel() {
    for (int seed = 0; seed < 10; seed++) {
      double x = 12 + 4.3 * seed % 40;
      double y = 50 - 3.7 * seed % 36;
      OpticDiscLocator place = OpticDiscLocator.middle(picture(seed, x, y));
      assertEquals(x, place.x, 0.5);
      assertEquals(y, place.y, 0.5);
    }
  }

  @Test
  void aDiscThatMovesIsNormalWhereItIs() {
    GaussianField field = fitted(40, 5);
    assertNotNull(field.discPosition());
    assertEquals(40, field.discPosition().x(), 1.5);
    assertEquals(30, field.discPosition().y(), 1.5);
    GaussianField asTheyLie =
        new GaussianField(field.grid(), field.features(), field.means(), field.whitening(), null);
    PreparedPicture moved = picture(900, 45, 34);
    assertTrue(
        mostUnusual(field, moved) < mostUnusual(asTheyLie, moved) / 2,
        mostUnusual(field, moved) + " against " + mostUnusual(asTheyLie, moved));
  }

  @Test
  void aPictureWithoutSuchAPlaceIsTakenAsItLies() {
    MeanDiscPosition usual = fitted(40, 5).discPosition();
    PreparedPicture near = picture(901, 45, 30);
    PreparedPicture far = picture(901, 20, 30);
    assertEquals(10 - 5, alignment(usual, near).column(10), 1);
    assertEquals(10, alignment(usual, far).column(10));
    assertEquals(10, alignment(usual, far).row(10));
  }

  private static DiscOffset alignment(MeanDiscPosition usual, PreparedPicture picture) {
    return usual.alignment(picture.values(), 1, picture.fieldOfView(), SIZE);
  }

  @Test
  void whatTheUsualPictureDoesNotShowIsAsItsNearestPlace() {
    DiscOffset alignment = new DiscOffset(SIZE, 5, -3);
    assertEquals(15, alignment.column(10));
    assertEquals(SIZE - 1, alignment.column(SIZE - 2));
    assertEquals(0, alignment.row(1));
    assertEquals(7, alignment.row(10));
  }

  @Test
  void whereNothingStandsOutAtAUsualPlaceNothingIsAligned() {
    assertNull(fitted(40, 20).discPosition());
    assertNull(fitted(MeanDiscPosition.FEWEST_PICTURES - 1, 1).discPosition());
  }
}
