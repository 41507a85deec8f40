package sc.fiji.cavga.synthetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sc.fiji.cavga.dataset.TexturedEye;
import sc.fiji.cavga.preprocess.PreparedPicture;

class SyntheticAnomaliesTest {

  private static final int SIZE = TexturedEye.SIZE;
  private static final int PLANE = SIZE * SIZE;
  private static final Set<AnomalyKind> BRIGHT =
      EnumSet.of(AnomalyKind.EXUDATES, AnomalyKind.COTTON_WOOL);

  @Test
  void whatIsMarkedChangedAndTheRestOfAPictureDidNotMuch() {
    PreparedPicture eye = TexturedEye.of(3);
    int painted = 0;
    for (int seed = 0; seed < 200; seed++) {
      SyntheticPicture result = SyntheticAnomalies.paint(eye, seed);
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
    assertTrue(painted > 125 && painted < 175, painted + " of 200 painted, about 75 % expected");
  }

  @Test
  void theSameSeedGivesTheSameBitsAndTheOriginalStays() {
    PreparedPicture eye = TexturedEye.of(3);
    float[] before = eye.values().clone();
    SyntheticPicture once = SyntheticAnomalies.paint(eye, 11);
    assertArrayEquals(before, eye.values());
    assertArrayEquals(once.picture.values(), SyntheticAnomalies.paint(eye, 11).picture.values());
    assertFalse(
        Arrays.equals(once.picture.values(), SyntheticAnomalies.paint(eye, 12).picture.values()));
  }

  @Test
  void greyPicturesAndSmallOnesArePaintedToo() {
    PreparedPicture grey = TexturedEye.of(1);
    boolean changed = false;
    for (int seed = 0; seed < 20; seed++)
      changed |= !Arrays.equals(SyntheticAnomalies.paint(grey, seed).mask, new float[PLANE]);
    assertTrue(changed);
    float[] inside = new float[16 * 16];
    PreparedPicture empty =
        new PreparedPicture(16, 1, new float[256], inside, TexturedEye.placement(16));
    assertArrayEquals(new float[256], SyntheticAnomalies.paint(empty, 5).mask);
  }

  @ParameterizedTest
  @EnumSource(AnomalyKind.class)
  void everyKindShowsAndChangesLightOneWay(AnomalyKind kind) {
    PreparedPicture eye = TexturedEye.of(3);
    boolean bright = BRIGHT.contains(kind);
    for (int seed = 0; seed < 30; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      AnomalyShapes shapes = new AnomalyShapes(eye, random);
      Paint paint = kind.draw(shapes, 3, random);
      float[] coverage = shapes.coverage();
      float[] values = eye.values().clone();
      paint.apply(eye.values(), values, coverage);
      int covered = 0;
      for (int i = 0; i < PLANE; i++) {
        assertTrue(coverage[i] >= 0 && coverage[i] <= 1 && (inside(eye, i) || coverage[i] == 0));
        if (coverage[i] > 0) covered++;
        for (int c = 0; c < 3; c++) {
          float change = values[c * PLANE + i] - eye.values()[c * PLANE + i];
          assertTrue(
              coverage[i] > 0 ? bright ? change >= 0 : change <= 0 : change == 0,
              change + " of " + kind);
        }
      }
      assertTrue(covered > 0 && covered < PLANE / 2, kind + " covers " + covered);
    }
  }

  @Test
  void everyKindComesUp() {
    SplittableRandom random = new SplittableRandom(1);
    Set<AnomalyKind> seen = EnumSet.noneOf(AnomalyKind.class);
    for (int n = 0; n < 200; n++) seen.add(AnomalyKind.of(random));
    assertEquals(EnumSet.allOf(AnomalyKind.class), seen);
  }

  private static boolean inside(PreparedPicture picture, int pixel) {
    return picture.fieldOfView()[pixel] > 0;
  }

  @Test
  void theBrightDiscStandsOut() {
    PlaceInside place = OpticDiscLocator.of(TexturedEye.of(3));
    assertEquals(20, place.x, 4);
    assertEquals(30, place.y, 4);
  }

  @Test
  void magnifyingEnlargesTheDiscAndKeepsWhatIsAround() {
    PreparedPicture eye = TexturedEye.of(1);
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
}
