package sc.fiji.cavga.method.disc.teaching.camera;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import sc.fiji.cavga.phantom.drawing.RandomStream;

class StrayLightTest {

  private static final int SIZE = 64;
  private static final int DRAWS = 300;
  private static final int KEPT_X = 16;
  private static final int KEPT_Y = 40;

  /** Stripes of one pixel, whose contrast tells how much of the retina is still seen. */
  private static float[][] stripes() {
    float[][] colours = new float[3][SIZE * SIZE];
    for (float[] colour : colours)
      for (int i = 0; i < colour.length; i++) colour[i] = i % 2 == 0 ? 0.3f : 0.5f;
    return colours;
  }

  private static float[][] lit(int seed) {
    float[][] colours = stripes();
    StrayLight.add(new RandomStream(seed, "stray light"), colours, KEPT_X, KEPT_Y);
    return colours;
  }

  private static double contrast(float[] colour, int x, int y) {
    int at = y * SIZE + x / 2 * 2;
    return (colour[at + 1] - colour[at]) / (0.5f - 0.3f);
  }

  @Test
  void someOfTheRetinaIsHiddenButNeverThePlaceThatIsKept() {
    int changed = 0;
    int hidden = 0;
    double least = 1;
    for (int seed = 0; seed < DRAWS; seed++) {
      float[][] colours = lit(seed);
      double kept = contrast(colours[1], KEPT_X, KEPT_Y);
      least = Math.min(least, kept);
      if (!java.util.Arrays.equals(colours[1], stripes()[1])) changed++;
      double lowest = 1;
      for (int y = 0; y < SIZE; y += 4)
        for (int x = 0; x < SIZE; x += 4) lowest = Math.min(lowest, contrast(colours[1], x, y));
      if (lowest < 0.3) hidden++;
    }
    assertTrue(changed > DRAWS / 2, changed + " changed");
    assertTrue(hidden > DRAWS / 10, hidden + " hidden in part");
    assertTrue(least > 0.01, "least contrast of the place that is kept " + least);
  }

  @Test
  void theSameStreamGivesTheSameLight() {
    for (int seed = 0; seed < 5; seed++) assertArrayEquals(lit(seed), lit(seed));
  }
}
