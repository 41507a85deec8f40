package sc.fiji.cavga.plane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @Test
  void isNearlyAGaussianWhereItIsWide() {
    int width = 161;
    float[] values = new float[width * width];
    values[80 * width + 80] = 1;
    float[] all = new float[width * width];
    Arrays.fill(all, 1);
    float[] blurred = MaskedGaussian.blur(values, all, width, 16);
    double area = 2 * Math.PI * 16 * 16;
    assertEquals(1, area * blurred[80 * width + 80], 0.08);
    assertEquals(Math.exp(-0.5), area * blurred[80 * width + 96], 0.03);
    assertEquals(Math.exp(-0.5), area * blurred[64 * width + 80], 0.03);
    assertEquals(Math.exp(-2), area * blurred[80 * width + 112], 0.03);
    assertEquals(Math.exp(-1), area * blurred[96 * width + 96], 0.03);
  }

  @Test
  void aWideOneLeavesAConstantAloneToo() {
    int width = 90;
    float[] expected = new float[width * 70];
    for (int i = 0; i < expected.length; i++)
      if (Math.hypot(i % width - 45, i / width - 35) < 30) expected[i] = 1;
    assertArrayEquals(expected, MaskedGaussian.blur(expected, expected, width, 24), 1e-5f);
  }

  @ParameterizedTest
  @ValueSource(doubles = {12.5, 16, 24, 48, 96})
  void boxesHaveTheVarianceThatWasAskedFor(double sigma) {
    double variance = 0;
    for (int radius : BoxBlur.radii(sigma))
      variance += ((2.0 * radius + 1) * (2.0 * radius + 1) - 1) / 12;
    assertEquals(1, variance / (sigma * sigma), 0.03);
  }
}
