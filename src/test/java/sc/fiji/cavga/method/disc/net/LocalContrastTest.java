package sc.fiji.cavga.method.disc.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LocalContrastTest {

  private static final int SIZE = 128;

  /** A faint disc of radius 8 on a little texture, beneath a light from the left. */
  private static float[] disc(int middleX, int middleY, double slope) {
    float[] values = new float[SIZE * SIZE];
    for (int i = 0; i < values.length; i++) {
      int x = i % SIZE;
      int y = i / SIZE;
      double texture = 0.01 * Math.sin(x * 0.9) * Math.sin(y * 1.1);
      double bright = Math.hypot(x - middleX, y - middleY) < 8 ? 0.35 : 0.3;
      values[i] = (float) ((bright + texture) * (1 - slope * x / SIZE));
    }
    return values;
  }

  private static float[] all() {
    float[] inside = new float[SIZE * SIZE];
    Arrays.fill(inside, 1);
    return inside;
  }

  @Test
  void aDiscIsAsPlainInTheShadowAsInTheLight() {
    float[] light = LocalContrast.of(disc(100, 64, 0), all());
    float[] shadow = LocalContrast.of(disc(100, 64, 0.8), all());
    int middle = 64 * SIZE + 100;
    assertTrue(light[middle] > 1.5, "in the light " + light[middle]);
    assertTrue(shadow[middle] > 1, "in the shadow " + shadow[middle]);
    // Without it the shadowed disc is darker than what lies in the light.
    float[] values = disc(100, 64, 0.8);
    assertTrue(values[middle] < values[64 * SIZE + 10]);
  }

  @Test
  void nothingIsSaidOfAnEvenPictureAndOutsideTheFieldOfView() {
    float[] even = new float[SIZE * SIZE];
    Arrays.fill(even, 0.4f);
    for (float value : LocalContrast.of(even, all())) assertEquals(0, value, 1e-3);
    float[] half = all();
    Arrays.fill(half, 0, half.length / 2, 0);
    float[] contrast = LocalContrast.of(disc(64, 64, 0), half);
    for (int i = 0; i < contrast.length / 2; i++) assertEquals(0, contrast[i]);
    assertTrue(contrast[66 * SIZE + 64] > 1, "the disc's lower half " + contrast[66 * SIZE + 64]);
  }

  @Test
  void theFinderSeesItAndTheOutlinerDoesNot() {
    float[] colours = new float[3 * SIZE * SIZE];
    System.arraycopy(disc(64, 64, 0.5), 0, colours, SIZE * SIZE, SIZE * SIZE);
    try (DiscNet finder = DiscNet.finder(1);
        DiscNet outliner = DiscNet.outliner(1)) {
      float[] seen = finder.seen(colours, all());
      assertEquals(4 * SIZE * SIZE, seen.length);
      assertEquals(
          LocalContrast.of(disc(64, 64, 0.5), all())[64 * SIZE + 64],
          seen[3 * SIZE * SIZE + 64 * SIZE + 64]);
      assertEquals(3 * SIZE * SIZE, outliner.seen(colours, all()).length);
    }
  }
}
