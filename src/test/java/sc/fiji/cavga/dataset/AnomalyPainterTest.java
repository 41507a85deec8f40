package sc.fiji.cavga.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.image.Placement;
import sc.fiji.cavga.image.PreparedPicture;

class AnomalyPainterTest {

  private static final int SIZE = 64;
  private static final int PLANE = SIZE * SIZE;

  @Test
  void whatIsMarkedChangedAndTheRestOfAPictureDidNotMuch() {
    PreparedPicture eye = eye(3);
    int painted = 0;
    for (int seed = 0; seed < 200; seed++) {
      PaintedPicture result = AnomalyPainter.paint(eye, seed);
      boolean marked = false;
      for (int i = 0; i < PLANE; i++) {
        float change = 0;
        for (int c = 0; c < 3; c++) {
          float value = result.picture.values()[c * PLANE + i];
          assertTrue(value >= 0 && value <= 1);
          change = Math.max(change, Math.abs(value - eye.values()[c * PLANE + i]));
        }
        if (eye.fieldOfView()[i] == 0) {
          assertEquals(0, change);
          assertEquals(0, result.mask[i]);
        }
        marked |= result.mask[i] == 1;
      }
      if (marked) painted++;
    }
    assertTrue(painted > 150 && painted < 195, painted + " of 200 painted, about 85 % expected");
  }

  @Test
  void theSameSeedGivesTheSameBitsAndTheOriginalStays() {
    PreparedPicture eye = eye(3);
    float[] before = eye.values().clone();
    PaintedPicture once = AnomalyPainter.paint(eye, 11);
    assertArrayEquals(before, eye.values());
    assertArrayEquals(once.picture.values(), AnomalyPainter.paint(eye, 11).picture.values());
    assertFalse(
        Arrays.equals(once.picture.values(), AnomalyPainter.paint(eye, 12).picture.values()));
  }

  @Test
  void greyPicturesAndSmallOnesArePaintedToo() {
    PreparedPicture grey = eye(1);
    boolean changed = false;
    for (int seed = 0; seed < 20; seed++)
      changed |= !Arrays.equals(AnomalyPainter.paint(grey, seed).mask, new float[PLANE]);
    assertTrue(changed);
    float[] inside = new float[16 * 16];
    PreparedPicture empty = new PreparedPicture(16, 1, new float[256], inside, placement(16));
    assertArrayEquals(new float[256], AnomalyPainter.paint(empty, 5).mask);
  }

  @Test
  void theBrightDiscStandsOut() {
    PlaceInside place = SalientPlace.of(eye(3));
    assertEquals(20, place.x, 4);
    assertEquals(30, place.y, 4);
  }

  @Test
  void magnifyingEnlargesTheDiscAndKeepsWhatIsAround() {
    PreparedPicture eye = eye(1);
    SplittableRandom random = new SplittableRandom(4);
    for (int n = 0; n < 20; n++) {
      float[] values = eye.values().clone();
      float[] coverage = Magnification.draw(eye, random).apply(eye.values(), values);
      double area = 0;
      for (int i = 0; i < PLANE; i++) {
        area += coverage[i];
        if (coverage[i] == 0) assertEquals(eye.values()[i], values[i]);
      }
      assertTrue(area > 0 && area < 0.04 * PLANE, "area " + area);
    }
  }

  /** A textured disc with a bright spot at (20,30). */
  private static PreparedPicture eye(int channels) {
    float[] values = new float[channels * PLANE];
    float[] inside = new float[PLANE];
    for (int i = 0; i < PLANE; i++) {
      int x = i % SIZE;
      int y = i / SIZE;
      if (Math.hypot(x - 31.5, y - 31.5) > 30) continue;
      inside[i] = 1;
      double spot = Math.hypot(x - 20, y - 30) < 4 ? 0.4 : 0;
      for (int c = 0; c < channels; c++)
        values[c * PLANE + i] = (float) (0.35 + 0.05 * c + spot + 0.03 * Math.sin(0.7 * x + y));
    }
    return new PreparedPicture(SIZE, channels, values, inside, placement(SIZE));
  }

  private static Placement placement(int size) {
    return new Placement(size, size, 0, 0, size, (x, y) -> true);
  }
}
