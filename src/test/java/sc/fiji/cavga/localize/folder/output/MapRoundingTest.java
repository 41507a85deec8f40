package sc.fiji.cavga.localize.folder.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MapRoundingTest {

  private static float rounded(float value) {
    float[] values = {value};
    MapTiff.round(values);
    return values[0];
  }

  @Test
  void valuesStayNearAndOnTheirSideOfTheThreshold() {
    SplittableRandom random = new SplittableRandom(3);
    TreeSet<Float> different = new TreeSet<>();
    for (int i = 0; i < 1_000_000; i++) {
      float value =
          (float) (i % 2 == 0 ? random.nextDouble(-2, 20) : random.nextDouble(0.98, 1.02));
      float rounded = rounded(value);
      assertEquals(value, rounded, 0.005 + 1e-6);
      assertEquals(value > 1, rounded > 1, "at " + value);
      different.add(rounded);
    }
    // Hundredths from -2 to 20, and what lies just above the threshold.
    assertEquals(2202, different.size());
  }

  @Test
  void theThresholdsNeighbours() {
    assertEquals(1, rounded(1));
    assertEquals(1.005f, rounded(Math.nextUp(1f)));
    assertEquals(1.005f, rounded(1.004f));
    assertEquals(1.01f, rounded(1.008f));
    assertEquals(1, rounded(0.996f));
    assertTrue(Float.isNaN(rounded(Float.NaN)));
    assertEquals(0.37f, rounded(0.3749f));
  }

  @Test
  void anUnknownSizeIsNamed() {
    assertEquals(MapSize.NETWORK, MapSize.of("network"));
    assertEquals(
        "There is no map size \"large\"; choose picture or network.",
        assertThrows(IllegalArgumentException.class, () -> MapSize.of("large")).getMessage());
  }
}
