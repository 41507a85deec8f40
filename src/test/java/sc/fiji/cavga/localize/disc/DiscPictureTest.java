package sc.fiji.cavga.localize.disc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import ij.process.ColorProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.cavga.localize.OutputOrientation;
import sc.fiji.cavga.localize.folder.TinyModel;
import sc.fiji.cavga.picture.Orientation;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.Turn;

class DiscPictureTest {

  private static final int SIZE = 1000;

  private static MeasuredDisc measured(String name, double grey) {
    // Not all of one grey: that would be no photograph.
    Picture picture = TinyModel.picture(name, SIZE, SIZE, (x, y) -> (x + y) % 2 == 0 ? grey : 0.5);
    try (DiscMeasurer measurer = OvalDiscs.measurer()) {
      return measurer.measure(picture, () -> false);
    }
  }

  /** Lines have light and dark beside each other, whatever is below. */
  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.98})
  void outlinesSpokesAndNumbersAreSeenOnDarkAndOnBrightRetinas(double grey) {
    MeasuredDisc disc = measured("eye", grey);
    ColorProcessor painted = DiscPicture.paint(disc);
    assertTrue(painted.getHeight() > SIZE, "the caption is below");
    int x = (int) (OvalDiscs.X * SIZE);
    int y = (int) (OvalDiscs.Y * SIZE);
    double radius = OvalDiscs.RADIUS;
    assertLightAndDark(painted, x + (int) radius - 4, y - 2, 12, 4);
    assertLightAndDark(painted, x + (int) OvalDiscs.CUP_WIDTH / 2 - 4, y - 2, 12, 4);
    ClockFace face = new ClockFace(disc.shape());
    double[] spoke = face.spoke(3);
    int middleX = (int) Math.round((spoke[0] + spoke[2]) / 2);
    int middleY = (int) Math.round((spoke[1] + spoke[3]) / 2);
    assertLightAndDark(painted, middleX - 4, middleY - 4, 9, 9);
    double[] number = face.number(12);
    assertEquals(x, number[0], 1);
    assertEquals(y - 1.3 * radius, number[1], 1);
    assertLightAndDark(painted, (int) number[0] - 8, (int) number[1] - 6, 16, 12);
  }

  private static void assertLightAndDark(
      ColorProcessor painted, int left, int top, int width, int height) {
    int least = 255;
    int most = 0;
    for (int y = top; y < top + height; y++)
      for (int x = left; x < left + width; x++) {
        int green = painted.get(x, y) >> 8 & 255;
        least = Math.min(least, green);
        most = Math.max(most, green);
      }
    assertTrue(least < 140 && most > 215, least + " to " + most);
  }

  @Test
  void spokesLieBetweenHoursAndCrossTheRim() {
    MeasuredDisc disc = measured("eye", 0.4);
    ClockFace face = new ClockFace(disc.shape());
    double[] spoke = face.spoke(12);
    double x = OvalDiscs.X * SIZE;
    double y = OvalDiscs.Y * SIZE;
    assertEquals(Math.tan(Math.toRadians(15)), (spoke[2] - x) / (y - spoke[3]), 0.01);
    assertTrue(Math.hypot(spoke[0] - x, spoke[1] - y) < OvalDiscs.CUP_HEIGHT / 2 + 1);
    assertTrue(Math.hypot(spoke[2] - x, spoke[3] - y) > OvalDiscs.RADIUS);
  }

  /** A disc takes a seventh of a photograph's width. */
  @Test
  void aSmallDiscIsShownFromNearToo() {
    MeasuredDisc disc = measured("eye", 0.4);
    ColorProcessor painted = DiscPicture.paint(disc);
    assertEquals(2 * SIZE, painted.getWidth());
    // Twice the disc's diameter fills the height.
    assertLightAndDark(painted, SIZE + SIZE / 2 - SIZE / 4 - 12, SIZE / 2 - 8, 24, 16);
    assertLightAndDark(
        painted, SIZE + SIZE / 2 - 20, SIZE / 2 - (int) (1.3 * SIZE / 4) - 15, 40, 30);
  }

  @Test
  void whatIsNotMeasuredSaysWhy() {
    MeasuredDisc disc = measured("blind", 0.4);
    assertEquals("Not measured: " + OvalDiscs.REASON, disc.caption());
    assertTrue(DiscPicture.paint(disc).getHeight() > SIZE);
  }

  /** Everything but the numbers, which stay readable. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
  void isPaintedAsTheFileLies(int orientation) {
    int height = 3 * SIZE / 4;
    Picture stored =
        TinyModel.picture(
            "eye",
            orientation < 5 ? SIZE : height,
            orientation < 5 ? height : SIZE,
            (x, y) -> (3 * x + 5 * y) % 200 / 255.0 + 0.1);
    MeasuredDisc upright;
    try (DiscMeasurer measurer = OvalDiscs.measurer()) {
      upright = measurer.measure(Orientation.upright(stored, orientation), () -> false);
    }
    MeasuredDisc lying = upright.lying(OutputOrientation.FILE);
    ColorProcessor expected = DiscPicture.paint(upright);
    ColorProcessor painted = DiscPicture.paint(lying);
    assertEquals(stored.width() + stored.height(), painted.getWidth());
    int compared = compared(expected, painted, lying.turn(), new ClockFace(upright.shape()));
    assertTrue(compared > SIZE * height * 9 / 10, compared + " pixels");
    // The disc from near is a square of the picture's height, beside the picture.
    double middle = stored.height() / 2.0;
    assertLightAndDark(
        painted, stored.width() + stored.height() / 4 - 12, (int) middle - 12, 24, 24);
  }

  private static int compared(
      ColorProcessor upright, ColorProcessor lying, Turn turn, ClockFace face) {
    int compared = 0;
    int width = turn.swaps() ? turn.height() : turn.width();
    for (int y = 0; y < turn.height(); y++)
      for (int x = 0; x < turn.width(); x++) {
        int fromX = turn.from(x, y) % width;
        int fromY = turn.from(x, y) / width;
        if (upright.get(fromX, fromY) == lying.get(x, y)) compared++;
        else if (!isAtNumber(face, fromX, fromY)) fail("at " + x + ", " + y);
      }
    return compared;
  }

  private static boolean isAtNumber(ClockFace face, int x, int y) {
    for (int hour = 1; hour <= ClockFace.HOURS; hour++)
      if (Math.hypot(x - face.number(hour)[0], y - face.number(hour)[1]) < 12) return true;
    return false;
  }
}
