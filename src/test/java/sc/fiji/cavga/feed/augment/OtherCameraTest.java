package sc.fiji.cavga.feed.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.dataset.TexturedEye;
import sc.fiji.cavga.preprocess.PreparedPicture;

class OtherCameraTest {

  private static final int SIZE = TexturedEye.SIZE;
  private static final int PLANE = SIZE * SIZE;

  @Test
  void valuesAndFieldOfViewStayInTheirRanges() {
    PreparedPicture plain = TexturedEye.of(3);
    float[] before = plain.values().clone();
    for (int seed = 0; seed < 100; seed++) {
      PreparedPicture other = OtherCamera.apply(plain, seed);
      int inside = 0;
      for (int i = 0; i < PLANE; i++) {
        if (other.fieldOfView()[i] > 0) {
          inside++;
          assertTrue(plain.fieldOfView()[i] > 0);
        }
        for (int channel = 0; channel < 3; channel++) {
          float value = other.values()[channel * PLANE + i];
          assertTrue(value >= 0 && value <= 1);
          if (!(other.fieldOfView()[i] > 0)) assertEquals(0, value);
        }
      }
      assertTrue(inside > 0.6 * inside(plain), inside + " seen");
    }
    assertArrayEquals(before, plain.values());
  }

  private static int inside(PreparedPicture picture) {
    int inside = 0;
    for (float each : picture.fieldOfView()) if (each > 0) inside++;
    return inside;
  }

  @Test
  void theSameSeedGivesTheSameBits() {
    for (int channels : new int[] {1, 3}) {
      PreparedPicture plain = TexturedEye.of(channels);
      float[] once = OtherCamera.apply(plain, 5).values();
      assertArrayEquals(once, OtherCamera.apply(plain, 5).values());
      assertFalse(Arrays.equals(once, OtherCamera.apply(plain, 6).values()));
    }
  }

  /** By a bright spot of which the place is known. */
  @Test
  void thingsLieElsewhereButNotFarAway() {
    float[] values = new float[PLANE];
    float[] everywhere = new float[PLANE];
    Arrays.fill(everywhere, 1);
    Arrays.fill(values, 0.3f);
    int at = SIZE * 3 / 4;
    for (int y = -2; y <= 2; y++)
      for (int x = -2; x <= 2; x++) values[(at + y) * SIZE + at + x] = 0.8f;
    PreparedPicture plain =
        new PreparedPicture(SIZE, 1, values, everywhere, TexturedEye.of(1).placement());
    double farthest = 0;
    for (int seed = 0; seed < 100; seed++) {
      float[] other = OtherCamera.apply(plain, seed).values();
      int brightest = 0;
      for (int i = 0; i < PLANE; i++) if (other[i] > other[brightest]) brightest = i;
      farthest =
          Math.max(
              farthest, Math.hypot(brightest % SIZE - at, (double) brightest / SIZE - at) / SIZE);
    }
    assertTrue(farthest > 0.03 && farthest < 0.15, "farthest: " + farthest);
  }
}
