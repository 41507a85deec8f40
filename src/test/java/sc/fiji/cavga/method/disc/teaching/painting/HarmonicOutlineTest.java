package sc.fiji.cavga.method.disc.teaching.painting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HarmonicOutlineTest {

  private static final int SIZE = 100;

  private static HarmonicOutline ellipse(double across, double down) {
    double[] radii = new double[HarmonicOutline.DIRECTIONS];
    for (int i = 0; i < radii.length; i++) {
      double angle = HarmonicOutline.angle(i);
      radii[i] = 1 / Math.hypot(Math.cos(angle) / across, Math.sin(angle) / down);
    }
    return new HarmonicOutline(radii);
  }

  @Test
  void aMaskIsOutlinedAgain() {
    float[] mask = ellipse(0.9, 1.1).mask(SIZE, 48, 52, 25);
    HarmonicOutline found = HarmonicOutline.of(mask, SIZE, 48, 52, 25, 5);
    assertEquals(0.9, found.at(0), 0.02);
    assertEquals(1.1, found.at(Math.PI / 2), 0.02);
    assertEquals(0.9, found.at(-Math.PI), 0.02);
    assertEquals(1.1, found.at(-Math.PI / 2), 0.02);
    assertEquals(1.1 / 0.9, found.unevenness(), 0.05);
  }

  @Test
  void aMaskHasTheOutlinesArea() {
    double area = 0;
    for (float share : ellipse(0.8, 1.2).mask(SIZE, 50, 50, 30)) area += share;
    assertEquals(Math.PI * 0.8 * 1.2 * 900, area, 10);
  }

  @Test
  void noiseIsSmoothedAndLowHarmonicsStay() {
    double[] values = new double[HarmonicOutline.DIRECTIONS];
    for (int i = 0; i < values.length; i++)
      values[i] = 1 + 0.2 * Math.cos(2 * HarmonicOutline.angle(i) + 1) + (i % 2 == 0 ? 0.1 : -0.1);
    double[] smooth = HarmonicOutline.smooth(values, 5);
    for (int i = 0; i < values.length; i++)
      assertEquals(1 + 0.2 * Math.cos(2 * HarmonicOutline.angle(i) + 1), smooth[i], 1e-9);
    assertTrue(Math.abs(values[0] - smooth[0]) > 0.05);
  }
}
