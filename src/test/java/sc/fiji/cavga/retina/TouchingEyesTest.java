package sc.fiji.cavga.retina;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelView;
import sc.fiji.cavga.picture.TestPictures;

class TouchingEyesTest {

  private static final int HEIGHT = 400;

  /** Two discs, the second one's centre so many pixels to the right and below. */
  private static Picture two(int width, double radius, double across, double down) {
    PixelView.Source one = TestPictures.discSource(width, HEIGHT, 200, 200, radius, 0.5);
    PixelView.Source other =
        TestPictures.discSource(width, HEIGHT, 200 + across, 200 + down, radius, 0.4);
    return TestPictures.picture(
        width, HEIGHT, 3, (x, y, c) -> Math.max(one.at(x, y, c), other.at(x, y, c)));
  }

  @ParameterizedTest
  @CsvSource({"380", "370", "340", "310"})
  void eyesThatTouchAreTwo(double across) {
    Picture picture = two(800, 190, across, 0);
    List<Picture> eyes = EyesApart.of(picture);
    assertEquals(2, eyes.size());
    for (int i = 0; i < 2; i++) {
      BoundedFieldOfView found = FieldOfViewFinder.find(eyes.get(i));
      double middle = (found.bounds().realMin(0) + found.bounds().realMax(0)) / 2;
      assertEquals(200 + across * i, middle, 25, found.bounds()::toString);
    }
    assertTrue(Framing.of(picture, FieldOfViewFinder.find(picture)).secondRegion() > 0.9);
  }

  @Test
  void oneAboveTheOtherIsSeenAndNotCut() {
    PixelView.Source across = PixelView.source(two(800, 190, 375, 0).pixels());
    Picture picture = TestPictures.picture(HEIGHT, 800, 3, (x, y, c) -> across.at(y, x, c));
    assertEquals(1, EyesApart.of(picture).size());
    assertTrue(Framing.of(picture, FieldOfViewFinder.find(picture)).secondRegion() > 0.9);
  }

  @ParameterizedTest
  @CsvSource({"0, 190", "0, 320", "60, 190", "0, 90"})
  void oneEyeIsOne(double across, double radius) {
    Picture picture = two(400, radius, across, 0);
    assertEquals(1, EyesApart.of(picture).size());
    assertEquals(0, Framing.of(picture, FieldOfViewFinder.find(picture)).secondRegion(), 0.05);
  }
}
