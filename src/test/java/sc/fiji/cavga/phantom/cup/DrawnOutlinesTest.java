package sc.fiji.cavga.phantom.cup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.cavga.phantom.drawing.Eye;
import sc.fiji.cavga.phantom.drawing.Frame;

class DrawnOutlinesTest {

  @ParameterizedTest
  @ValueSource(doubles = {0.15, 0.2, 0.4, 0.6, 0.8, 0.92})
  void theCupHasTheWantedHeightAndLiesInTheDisc(double ratio) {
    for (int seed = 0; seed < 20; seed++) {
      DrawnOutlines outlines = outlines(seed, new DiscDesign(1.8, ratio));
      assertEquals(ratio, outlines.verticalRatio(), 1e-6);
      assertEquals(ratio, outlines.horizontalRatio(), 0.25 * ratio);
      for (double width : outlines.rimWidths()) assertTrue(width > 0.029, width + " left");
      for (double angle = 0; angle < 6.28; angle += 0.1)
        assertTrue(outlines.cupEdge(angle) > 0.04 && outlines.cupEdge(angle) < 0.971);
    }
  }

  @Test
  void sizesFollowTheDesign() {
    double small = outlines(5, new DiscDesign(DiscDesign.SMALLEST_MM, 0.4)).discHeight();
    double large = outlines(5, new DiscDesign(DiscDesign.LARGEST_MM, 0.4)).discHeight();
    assertEquals(DiscDesign.LARGEST_MM / DiscDesign.SMALLEST_MM, large / small, 1e-6);
  }

  @Test
  void aNotchTakesItsClockHoursAndLeavesOthers() {
    for (int first = 1; first <= 12; first++) {
      Notch notch = new Notch(first, 2, 0.5);
      double[] whole = outlines(first, new DiscDesign(1.9, 0.5)).rimWidths();
      double[] notched = outlines(first, new DiscDesign(1.9, 0.5).with(notch)).rimWidths();
      for (int hour : notch.clockHours())
        assertEquals(0.5 * whole[hour - 1], notched[hour - 1], 1e-9);
      // The hours beside it are its shoulders.
      for (int k = 3; k < 11; k++) {
        int index = (first - 1 + k) % 12;
        assertEquals(whole[index], notched[index], 1e-9, "hour " + (index + 1));
      }
    }
    assertArrayEquals(new int[] {12, 1}, new Notch(12, 2, 0.5).clockHours());
  }

  @Test
  void healthyRatiosAreNaturalAndLargerInLargerDiscs() {
    double small = 0;
    double large = 0;
    int smallDiscs = 0;
    int largeDiscs = 0;
    for (int seed = 0; seed < 400; seed++) {
      DiscDesign disc = DiscDesign.healthy(seed);
      assertTrue(disc.ratio() >= 0.2 && disc.ratio() <= 0.55);
      assertTrue(disc.notch().isEmpty());
      if (disc.diameter() < 1.86) {
        small += disc.ratio();
        smallDiscs++;
      } else {
        large += disc.ratio();
        largeDiscs++;
      }
    }
    assertTrue(large / largeDiscs > small / smallDiscs + 0.03);
  }

  @Test
  void notchesLieOnTheSideOfTheMacula() {
    for (int seed = 0; seed < 100; seed++) {
      boolean right = new Eye(seed).right;
      for (int hour : DiscDesign.notchedRim(seed).notch().get().clockHours()) {
        // The macula of a right eye is left of its disc; the hours 6 and 12 are straight.
        boolean left = hour > 6 && hour < 12;
        assertTrue(hour == 6 || hour == 12 || left == right, hour + " in eye " + seed);
      }
    }
  }

  @Test
  void impossibleDesignsAreRefused() {
    for (double ratio : new double[] {0.1, 0.95, Double.NaN})
      assertThrows(IllegalArgumentException.class, () -> new DiscDesign(1.8, ratio));
    for (double diameter : new double[] {1, 3, Double.NaN})
      assertThrows(IllegalArgumentException.class, () -> new DiscDesign(diameter, 0.4));
    assertThrows(IllegalArgumentException.class, () -> new Notch(0, 2, 0.5));
    assertThrows(IllegalArgumentException.class, () -> new Notch(13, 2, 0.5));
    assertThrows(IllegalArgumentException.class, () -> new Notch(6, 0, 0.5));
    assertThrows(IllegalArgumentException.class, () -> new Notch(6, 7, 0.5));
    for (double depth : new double[] {0, 1, Double.NaN})
      assertThrows(IllegalArgumentException.class, () -> new Notch(6, 2, depth));
  }

  private static DrawnOutlines outlines(long seed, DiscDesign design) {
    Eye eye = new Eye(seed, design.diameter() / 2);
    return new DrawnOutlines(new Frame(320, 272, eye, seed), eye, design, seed);
  }
}
