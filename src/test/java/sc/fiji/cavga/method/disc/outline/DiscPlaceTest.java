package sc.fiji.cavga.method.disc.outline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.preprocess.Placement;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.retina.WholePicture;

class DiscPlaceTest {

  private static final int SIZE = 64;

  /** Shown at half of the picture's resolution, from (100, 50) on. */
  private static PreparedPicture square() {
    float[] all = new float[SIZE * SIZE];
    Arrays.fill(all, 1);
    return new PreparedPicture(
        SIZE,
        3,
        new float[3 * SIZE * SIZE],
        all,
        new Placement(400, 300, 100, 50, 2 * SIZE, new WholePicture(400, 300)));
  }

  private static void circle(float[] plane, double x, double y, double radius, float value) {
    for (int i = 0; i < plane.length; i++)
      if (Math.hypot(i % SIZE + 0.5 - x, i / SIZE + 0.5 - y) < radius) plane[i] = value;
  }

  @Test
  void isTheLargestPartInThePicturesOwnPixels() {
    float[] plane = new float[SIZE * SIZE];
    circle(plane, 10, 10, 5, 1);
    circle(plane, 40, 30, 12, 0.8f);
    DiscPlace place = DiscPlace.largest(plane, 0.5, square());
    assertEquals(180, place.x(), 0.2);
    assertEquals(110, place.y(), 0.2);
    assertEquals(48, place.diameter(), 0.5);
    assertEquals(0.8, place.certainty(), 1e-5);
    assertEquals(0, place.cutOff());
    assertTrue(place.inside()[30 * SIZE + 40]);
    assertTrue(!place.inside()[10 * SIZE + 10]);
  }

  @Test
  void saysHowMuchOfItTheEdgeCutsOff() {
    float[] plane = new float[SIZE * SIZE];
    circle(plane, 0, 30, 12, 1);
    double cutOff = DiscPlace.largest(plane, 0.5, square()).cutOff();
    assertTrue(cutOff > 0.3 && cutOff < 0.5, "" + cutOff);
  }

  @Test
  void specksAreNone() {
    float[] plane = new float[SIZE * SIZE];
    circle(plane, 30, 30, 1.5, 1);
    assertNull(DiscPlace.largest(plane, 0.5, square()));
    assertNull(DiscPlace.largest(new float[SIZE * SIZE], 0.5, square()));
  }
}
