package sc.fiji.cavga.plane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GreyClosingTest {

  private static final int WIDTH = 15;

  @Test
  void fillsWhatIsNarrowAndKeepsWhatIsWide() {
    float[] plane = new float[WIDTH * WIDTH];
    Arrays.fill(plane, 0.8f);
    for (int i = 0; i < plane.length; i++) {
      int x = i % WIDTH;
      if (x == 2) plane[i] = 0.3f;
      if (x >= 6 && x < 11) plane[i] = 0.4f;
    }
    float[] closed = GreyClosing.of(plane, WIDTH, 2);
    for (int i = 0; i < plane.length; i++)
      assertEquals(i % WIDTH == 2 ? 0.8f : plane[i], closed[i], "pixel " + i);
  }

  @Test
  void brightThingsStay() {
    float[] plane = new float[WIDTH * WIDTH];
    plane[7 * WIDTH + 7] = 1;
    assertArrayEquals(plane, GreyClosing.of(plane, WIDTH, 3));
  }
}
