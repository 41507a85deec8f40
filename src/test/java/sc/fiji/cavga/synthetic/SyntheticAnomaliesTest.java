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
import sc.fiji.cavga.preprocess.OpticDiscLocator;
import sc.fiji.cavga.preprocess.PreparedPicture;

class SyntheticAnomaliesTest {

  private static final int SIZE = TexturedEye.SIZE;
  private static final int PLANE = SIZE * SIZE;
  private static final AnomalySigns SIGNS = AnomalySigns.GLAUCOMA;
  private static final Set<AnomalyKind> BRIGHT =
      EnumSet.of(AnomalyKind.EXUDATES, AnomalyKind.COTTON_WOOL, AnomalyKind.PALLOR);

  @Test
  void whatIsMarkedChangedAndTheRestOfAPictureDidNotMuch() {
    PreparedPicture eye = TexturedEye.of(3);
    int painted = 0;
    for (int seed = 0; seed < 200; seed++) {
      SyntheticPicture result = SyntheticAnomalies.paint(eye, SIGNS, seed);
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
    SyntheticPicture once = SyntheticAnomalies.paint(eye, SIGNS, 11);
    assertArrayEquals(before, eye.values());
    assertArrayEquals(
        once.picture.values(), SyntheticAnomalies.paint(eye, SIGNS, 11).picture.values());
    assertFalse(
        Arrays.equals(
            once.picture.values(), SyntheticAnomalies.paint(eye, SIGNS, 12).picture.values()));
  }

  @Test
  void greyPicturesAndSmallOnesArePaintedToo() {
    PreparedPicture grey = TexturedEye.of(1);
    boolean changed = false;
    for (int seed = 0; seed < 20; seed++)
      changed |= !Arrays.equals(SyntheticAnomalies.paint(grey, SIGNS, seed).mask, new float[PLANE]);
    assertTrue(changed);
    float[] inside = new float[16 * 16];
    PreparedPicture empty =
        new PreparedPicture(16, 1, new float[256], inside, TexturedEye.placement(16));
    assertArrayEquals(new float[256], SyntheticAnomalies.paint(empty, SIGNS, 5).mask);
  }

  @ParameterizedTest
  @EnumSource(AnomalyKind.class)
  void everyKindShowsAndChangesLightOneWay(AnomalyKind kind) {
    PreparedPicture eye = TexturedEye.of(3);
    boolean bright = BRIGHT.contains(kind);
    double[] cup = SalientColour.of(eye);
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
          // A cup's colour is a mean: the few pixels that are brighter become it too.
          boolean brighter = kind == AnomalyKind.PALLOR && eye.values()[c * PLANE + i] > cup[c];
          assertTrue(
              coverage[i] > 0 ? bright ? change >= 0 || brighter : change <= 0 : change == 0,
              change + " of " + kind);
        }
      }
      assertTrue(covered > 0 && covered < PLANE / 2, kind + " covers " + covered);
    }
  }

  @Test
  void everyKindComesUpWhereItIsAskedFor() {
    assertEquals(EnumSet.allOf(AnomalyKind.class), drawn(AnomalySigns.GLAUCOMA));
    assertEquals(
        EnumSet.complementOf(EnumSet.of(AnomalyKind.PALLOR, AnomalyKind.LOST_FIBRES)),
        drawn(AnomalySigns.LESIONS));
  }

  private static Set<AnomalyKind> drawn(AnomalySigns signs) {
    SplittableRandom random = new SplittableRandom(1);
    Set<AnomalyKind> seen = EnumSet.noneOf(AnomalyKind.class);
    for (int n = 0; n < 200; n++) seen.add(AnomalyKind.of(signs, random));
    return seen;
  }

  private static boolean inside(PreparedPicture picture, int pixel) {
    return picture.fieldOfView()[pixel] > 0;
  }

  @Test
  void theBrightDiscStandsOut() {
    OpticDiscLocator place = OpticDiscLocator.of(TexturedEye.of(3));
    assertEquals(20, place.x, 4);
    assertEquals(30, place.y, 4);
  }

  @Test
  void aPalePatchLiesOnTheDisc() {
    PreparedPicture eye = TexturedEye.of(3);
    for (int seed = 0; seed < 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      AnomalyShapes shapes = new AnomalyShapes(eye, random);
      AnomalyKind.PALLOR.draw(shapes, 3, random);
      float[] coverage = shapes.coverage();
      double covered = 0;
      for (int i = 0; i < PLANE; i++)
        if (coverage[i] > 0) {
          covered += coverage[i];
          assertEquals(0, Math.hypot(i % SIZE - 20, i / SIZE - 30), 16);
        }
      assertTrue(covered > 2, "only " + covered + " pixels");
    }
  }

  @Test
  void aWideCupComesNearerToTheDiscsOwnColour() {
    PreparedPicture eye = TexturedEye.of(3);
    double[] colour = SalientColour.of(eye);
    double[] mean = new double[3];
    for (int c = 0; c < 3; c++)
      for (int i = 0; i < PLANE; i++) mean[c] += eye.values()[c * PLANE + i] / PLANE;
    for (int c = 0; c < 3; c++) assertTrue(colour[c] > mean[c] + 0.05, colour[c] + " in " + c);
    float[] covered = new float[PLANE];
    covered[40 * SIZE + 40] = 1;
    for (int seed = 0; seed < 20; seed++) {
      float[] values = eye.values().clone();
      Paint.cover(colour, new SplittableRandom(seed)).apply(eye.values(), values, covered);
      for (int c = 0; c < 3; c++)
        for (int i = 0; i < PLANE; i++) {
          double before = Math.abs(eye.values()[c * PLANE + i] - colour[c]);
          double after = Math.abs(values[c * PLANE + i] - colour[c]);
          if (covered[i] > 0) assertTrue(after <= 0.61 * before, after + " of " + before);
          else assertEquals(before, after);
        }
    }
  }

  @Test
  void lostFibresAreMissedLeastInRed() {
    float[] grey = new float[3];
    Arrays.fill(grey, 0.5f);
    for (int seed = 0; seed < 50; seed++) {
      float[] values = grey.clone();
      Paint.lostFibres(3, new SplittableRandom(seed)).apply(grey, values, new float[] {1});
      assertTrue(values[1] < 0.5 && values[1] < values[0] && values[2] < 0.5);
    }
  }

  @Test
  void aFanBeginsBesideItsPlaceAndWidensAwayFromIt() {
    for (int seed = 0; seed < 20; seed++) {
      Fan fan = new Fan(1, new SplittableRandom(seed));
      double near = 0;
      double far = 0;
      for (int step = 0; step < 3600; step++) {
        double angle = Math.toRadians(step / 10.0);
        near += 10.5 * along(fan, angle, 10.5);
        far += 15 * along(fan, angle, 15);
        assertEquals(0, along(fan, angle, 3.9));
        assertEquals(0, along(fan, angle, 80.1));
        assertTrue(along(fan, angle, 15) <= 1);
      }
      assertTrue(near > 0 && far > 1.05 * near, near + " near, " + far + " far");
    }
  }

  private static double along(Fan fan, double angle, double away) {
    return fan.coverage(away * Math.cos(angle), away * Math.sin(angle));
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
