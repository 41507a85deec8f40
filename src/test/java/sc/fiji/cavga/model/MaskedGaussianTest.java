package sc.fiji.cavga.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MaskedGaussianTest {

  @Test
  void leavesAConstantAloneUpToTheEdgeOfTheFieldOfView() {
    int width = 12;
    float[] fieldOfView = new float[width * 9];
    float[] values = new float[width * 9];
    float[] expected = new float[width * 9];
    for (int i = 0; i < values.length; i++) {
      boolean inside = Math.hypot(i % width - 5, i / width - 4) < 4;
      fieldOfView[i] = inside ? 1 : 0;
      values[i] = inside ? 3 : Float.NaN;
      expected[i] = inside ? 3 : 0;
    }
    assertArrayEquals(expected, MaskedGaussian.blur(values, fieldOfView, width, 1.5), 1e-5f);
  }

  @Test
  void isAGaussianInside() {
    int width = 21;
    float[] values = new float[width * width];
    values[10 * width + 10] = 1;
    float[] all = new float[width * width];
    Arrays.fill(all, 1);
    float[] blurred = MaskedGaussian.blur(values, all, width, 2);
    double peak = blurred[10 * width + 10];
    assertEquals(1 / (2 * Math.PI * 4), peak, 5e-4);
    assertEquals(Math.exp(-9 / 8.0), blurred[10 * width + 13] / peak, 1e-5);
    assertEquals(Math.exp(-5 / 8.0), blurred[9 * width + 12] / peak, 1e-5);
    assertEquals(blurred[10 * width + 7], blurred[13 * width + 10], 1e-7);
  }
}
