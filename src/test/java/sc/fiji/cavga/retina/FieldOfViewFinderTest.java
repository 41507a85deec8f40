package sc.fiji.cavga.retina;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.imglib2.RealInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelView;
import sc.fiji.cavga.picture.TestPictures;
import sc.fiji.cavga.picture.UnusablePictureException;

class FieldOfViewFinderTest {

  private static FieldOfView expected(int width, int height, double x, double y, double radius) {
    return new RetinaDisc(x, y, radius * 0.98, 0, 0, width, height);
  }

  @ParameterizedTest
  @CsvSource({
    "400, 400, 200, 200, 180",
    "860, 570, 400, 282, 345",
    "500, 400, 250, 200, 300",
    "300, 500, 150, 250, 190",
    "400, 400, 60, 70, 250",
    "1200, 900, 611.3, 440.7, 420",
    "64, 64, 32, 32, 30"
  })
  void findsDiscsThatThePictureCuts(int width, int height, double x, double y, double radius) {
    BoundedFieldOfView found =
        FieldOfViewFinder.find(TestPictures.disc(width, height, x, y, radius));
    FieldOfView expected = expected(width, height, x, y, radius);
    assertTrue(
        TestPictures.overlap(found, expected, width, height) > 0.97, found.bounds()::toString);
  }

  @ParameterizedTest
  @CsvSource({"0.08", "0.15", "1.0"})
  void findsDarkAndBrightDiscs(double red) {
    Picture picture =
        TestPictures.picture(500, 400, 3, TestPictures.discSource(500, 400, 250, 200, 190, red));
    BoundedFieldOfView found = FieldOfViewFinder.find(picture);
    assertTrue(
        TestPictures.overlap(found, expected(500, 400, 250, 200, 190), 500, 400) > 0.97,
        found.bounds()::toString);
  }

  @Test
  void leavesTheRimOut() {
    BoundedFieldOfView found = FieldOfViewFinder.find(TestPictures.disc(512, 512, 256, 256, 200));
    RealInterval bounds = found.bounds();
    assertEquals(256 - 196, bounds.realMin(0), 1.5);
    assertEquals(256 + 196, bounds.realMax(1), 1.5);
    assertTrue(found.contains(256, 256));
    assertFalse(found.contains(256, 256 - 199));
    assertFalse(found.contains(-1, 256));
  }

  @Test
  void blackBandsWithinThePictureCutTheDisc() {
    PixelView.Source disc = TestPictures.discSource(600, 600, 300, 300, 280, 0.5);
    Picture picture =
        TestPictures.picture(600, 600, 3, (x, y, c) -> y < 90 || y >= 510 ? 0 : disc.at(x, y, c));
    BoundedFieldOfView found = FieldOfViewFinder.find(picture);
    FieldOfView expected = new RetinaDisc(300, 300, 274.4, 0, 95, 600, 505);
    assertTrue(TestPictures.overlap(found, expected, 600, 600) > 0.97, found.bounds()::toString);
    assertFalse(found.contains(300, 88));
  }

  @ParameterizedTest
  @CsvSource({"0, 20", "0, 300", "40, 5", "40, 20", "40, 300", "80, 9", "80, 20", "80, 900"})
  void aStraightCutWithBlackBehindItIsNoRim(int cut, int black) {
    // A disc that the picture cuts at the top, and black at the bottom.
    int height = 560 - 2 * cut;
    PixelView.Source disc = TestPictures.discSource(700, height, 350, 280 - cut, 270, 0.5);
    Picture picture =
        TestPictures.picture(
            700, height + black, 3, (x, y, c) -> y < height ? disc.at(x, y, c) : 0);
    BoundedFieldOfView found = FieldOfViewFinder.find(picture);
    FieldOfView expected = new RetinaDisc(350, 280 - cut, 264.6, 0, 0, 700, height);
    assertTrue(
        TestPictures.overlap(found, expected, 700, height + black) > 0.96,
        found.bounds()::toString);
    for (long x = 0; x < 700; x++) assertFalse(found.contains(x, height + 2), "black");
  }

  @Test
  void aStraightEdgeAloneIsOutlined() {
    Picture picture =
        TestPictures.picture(400, 300, 1, (x, y, c) -> y < 240 ? 0.4f + 0.1f * (x / 9 % 2) : 0);
    BoundedFieldOfView found = FieldOfViewFinder.find(picture);
    assertEquals(240, found.bounds().realMax(1), 8);
    assertTrue(found.contains(5, 5));
    assertTrue(found.contains(200, 225));
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 1500, 0", "0, 0, 0, 1500", "900, 0, 700, 0", "400, 400, 500, 300"})
  void blackAroundDoesNotMoveTheRim(int left, int top, int right, int bottom) {
    PixelView.Source disc = TestPictures.discSource(700, 560, 347, 281.4, 261, 0.5);
    RealInterval alone = FieldOfViewFinder.find(TestPictures.picture(700, 560, 3, disc)).bounds();
    RealInterval among =
        FieldOfViewFinder.find(
                TestPictures.picture(
                    left + 700 + right,
                    top + 560 + bottom,
                    3,
                    (x, y, c) ->
                        x < left || x >= left + 700 || y < top || y >= top + 560
                            ? 0
                            : disc.at(x - left, y - top, c)))
            .bounds();
    assertEquals(alone.realMin(0), among.realMin(0) - left, 0.5);
    assertEquals(alone.realMax(0), among.realMax(0) - left, 0.5);
    assertEquals(alone.realMin(1), among.realMin(1) - top, 0.5);
    assertEquals(alone.realMax(1), among.realMax(1) - top, 0.5);
  }

  @Test
  void notchesLabelsAndSpotsDoNotMoveTheDisc() {
    PixelView.Source disc = TestPictures.discSource(600, 500, 300, 250, 220, 0.5);
    Picture picture =
        TestPictures.picture(
            600,
            500,
            3,
            (x, y, c) -> {
              boolean notch = Math.hypot(x - 460, y - 95) < 14;
              boolean label = y > 470 && y < 490 && x > 10 && x < 150 && x / 4 % 2 == 0;
              boolean dark = Math.hypot(x - 200, y - 250) < 40;
              if (dark) return 0.01f;
              return notch || label ? 0.9f : disc.at(x, y, c);
            });
    BoundedFieldOfView found = FieldOfViewFinder.find(picture);
    assertTrue(
        TestPictures.overlap(found, expected(600, 500, 300, 250, 220), 600, 500) > 0.97,
        found.bounds()::toString);
    assertTrue(found.contains(200, 250), "a dark lesion is retina");
    assertFalse(found.contains(60, 480), "a label is not");
  }

  @Test
  void shadowAtTheRimBelongsToTheDisc() {
    PixelView.Source disc = TestPictures.discSource(500, 500, 250, 250, 220, 0.6);
    Picture picture =
        TestPictures.picture(
            500,
            500,
            3,
            (x, y, c) -> {
              double light = Math.min(1, Math.max(0, (300 - Math.hypot(x - 270, y - 350)) / 120));
              return (float) (light * disc.at(x, y, c));
            });
    BoundedFieldOfView found = FieldOfViewFinder.find(picture);
    assertTrue(
        TestPictures.overlap(found, expected(500, 500, 250, 250, 220), 500, 500) > 0.95,
        found.bounds()::toString);
  }

  @Test
  void otherShapesAreOutlined() {
    Picture picture =
        TestPictures.picture(
            500, 400, 1, (x, y, c) -> x > 50 && x < 440 && y > 60 && y < 350 ? 0.6f : 0);
    BoundedFieldOfView found = FieldOfViewFinder.find(picture);
    assertTrue(found instanceof RetinaOutline);
    assertTrue(found.contains(70, 80));
    assertTrue(found.contains(420, 330));
    assertFalse(found.contains(45, 200));
    assertFalse(found.contains(250, 356));
    assertFalse(found.contains(-1, 200));
    assertEquals(50, found.bounds().realMin(0), 8);
    assertEquals(350, found.bounds().realMax(1), 8);
  }

  @Test
  void picturesWithoutBlackBordersCountWhole() {
    Picture grey =
        TestPictures.picture(300, 200, 1, (x, y, c) -> 0.4f + 0.2f * ((x / 7 + y / 5) % 2));
    BoundedFieldOfView found = FieldOfViewFinder.find(grey);
    assertTrue(found instanceof WholePicture);
    assertTrue(found.contains(0, 0));
    assertFalse(found.contains(300, 0));
    assertEquals(300, found.bounds().realMax(0));
  }

  @Test
  void noRetinaIsSaidInASentence() {
    assertRefused(TestPictures.picture(100, 100, 3, (x, y, c) -> 0), "No retina");
    assertRefused(TestPictures.picture(100, 100, 3, (x, y, c) -> Float.NaN), "No retina");
    assertRefused(TestPictures.picture(1, 1, 3, (x, y, c) -> 1), "at least 16 x 16");
    assertRefused(TestPictures.picture(20000, 1, 1, (x, y, c) -> 1), "at least 16 x 16");
    assertRefused(
        TestPictures.picture(
            400, 400, 1, (x, y, c) -> y > 20 && y < 30 && x > 20 && x < 200 ? 1 : 0),
        "No retina");
    assertRefused(
        TestPictures.picture(400, 400, 1, (x, y, c) -> y > 180 && y < 205 ? 1 : 0), "No retina");
  }

  private static void assertRefused(Picture picture, String words) {
    UnusablePictureException refusal =
        assertThrows(UnusablePictureException.class, () -> FieldOfViewFinder.find(picture));
    assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
  }
}
