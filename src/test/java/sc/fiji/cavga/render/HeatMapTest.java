package sc.fiji.cavga.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HeatMapTest {

  @Test
  void lightnessAndOpacityRiseWithTheValue() {
    double lightness = -1;
    int alpha = 0;
    for (float value = 0.6f; value <= HeatMap.TOP; value += 0.1f) {
      int argb = HeatMap.argb(value);
      assertTrue(lightness(argb) > lightness + 0.1, "lightness at " + value);
      assertTrue(argb >>> 24 >= alpha, "opacity at " + value);
      lightness = lightness(argb);
      alpha = argb >>> 24;
    }
    assertTrue(alpha < 255, "the retina must show through");
    assertTrue(lightness > 95);
  }

  @Test
  void theOrderIsSeenByColourBlindPeople() {
    for (double[][] sight : new double[][][] {PROTANOPIA, DEUTERANOPIA, TRITANOPIA}) {
      double lightness = -1;
      for (float value = 0.6f; value <= HeatMap.TOP; value += 0.2f) {
        double seen = lightness(seen(HeatMap.argb(value), sight));
        assertTrue(seen > lightness, "at " + value);
        lightness = seen;
      }
    }
  }

  @Test
  void whatIsNormalOrOutsideStaysAsItIs() {
    int retina = 0xa03010;
    for (float value : new float[] {Float.NaN, Float.NEGATIVE_INFINITY, -3, 0, 0.3f, 0.49f}) {
      assertEquals(0, HeatMap.argb(value) >>> 24);
      assertEquals(retina, HeatMap.over(retina, value));
    }
    assertTrue(HeatMap.argb(1) >>> 24 > 80);
  }

  @Test
  void theRangeIsFixed() {
    assertEquals(HeatMap.argb(HeatMap.TOP), HeatMap.argb(1e9f));
    assertEquals(HeatMap.argb(HeatMap.TOP), HeatMap.argb(Float.POSITIVE_INFINITY));
    assertTrue(HeatMap.argb(2) != HeatMap.argb(HeatMap.TOP));
  }

  /** On linear red, green and blue, as Viénot et al. (1999) and, for the last, Brettel (1997). */
  private static final double[][] PROTANOPIA = {
    {0.11238, 0.88762, 0}, {0.11238, 0.88762, 0}, {0.00401, -0.00401, 1}
  };

  private static final double[][] DEUTERANOPIA = {
    {0.29275, 0.70725, 0}, {0.29275, 0.70725, 0}, {-0.02234, 0.02234, 1}
  };

  private static final double[][] TRITANOPIA = {
    {1.01277, 0.13548, -0.14826}, {-0.01243, 0.86812, 0.14431}, {0.07589, 0.80500, 0.11911}
  };

  private static int seen(int rgb, double[][] sight) {
    int result = 0;
    for (int row = 0; row < 3; row++) {
      double linear = 0;
      for (int i = 0; i < 3; i++) linear += sight[row][i] * linear(rgb >> 16 - 8 * i & 0xff);
      double value = Math.max(0, Math.min(1, linear));
      double encoded =
          value <= 0.0031308 ? 12.92 * value : 1.055 * Math.pow(value, 1 / 2.4) - 0.055;
      result |= (int) Math.round(255 * encoded) << 16 - 8 * row;
    }
    return result;
  }

  /** CIE L*, 0 to 100. */
  private static double lightness(int rgb) {
    double y =
        0.2126 * linear(rgb >> 16 & 0xff)
            + 0.7152 * linear(rgb >> 8 & 0xff)
            + 0.0722 * linear(rgb & 0xff);
    return y <= 0.008856 ? 903.3 * y : 116 * Math.cbrt(y) - 16;
  }

  private static double linear(int value) {
    double v = value / 255.0;
    return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
  }
}
