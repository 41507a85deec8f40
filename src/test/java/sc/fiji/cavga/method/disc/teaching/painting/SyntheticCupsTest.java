package sc.fiji.cavga.method.disc.teaching.painting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.method.disc.teaching.camera.PaintedDisc;
import sc.fiji.cavga.phantom.drawing.RandomStream;

class SyntheticCupsTest {

  private static final int SIZE = 128;
  private static final int CROP = DiscCrop.SIZE;

  /** A disc with a bright cup of its own and a vessel through it. */
  private static DiscCrop crop() {
    double[] radii = new double[HarmonicOutline.DIRECTIONS];
    Arrays.fill(radii, 1);
    float[] colours = new float[3 * CROP * CROP];
    float[] all = new float[CROP * CROP];
    Arrays.fill(all, 1);
    for (int i = 0; i < all.length; i++) {
      double dx = i % CROP - DiscCrop.MIDDLE;
      double rho = Math.hypot(dx, i / CROP - DiscCrop.MIDDLE) / DiscCrop.RADIUS;
      double light = rho > 1 ? 0.3 : rho > 0.5 ? 0.5 : 0.8;
      if (Math.abs(dx - 10) < 2) light *= 0.6;
      for (int c = 0; c < 3; c++) colours[c * all.length + i] = (float) (light * (1 - 0.2 * c));
    }
    return new DiscCrop(colours, all, new HarmonicOutline(radii));
  }

  private static double extent(float[] mask, int plane) {
    double rows = 0;
    for (int y = 0; y < SIZE; y++) {
      float most = 0;
      for (int x = 0; x < SIZE; x++)
        most = Math.max(most, mask[plane * SIZE * SIZE + y * SIZE + x]);
      rows += most;
    }
    return rows;
  }

  @Test
  void theOwnCupAndTheVesselsAreTakenAway() {
    CleanDisc disc = new CleanDisc(crop());
    float[] clean = disc.clean(1);
    int middle = CROP / 2 * CROP + CROP / 2;
    assertEquals(Math.log(0.5 * 0.8), clean[middle], 0.05);
    assertEquals(Math.log(0.5 * 0.8), clean[middle + 10], 0.05);
    assertEquals(Math.log(0.3 * 0.8), clean[middle + (int) (1.3 * DiscCrop.RADIUS)], 0.05);
    assertEquals(Math.log(0.8 / 0.5), disc.pallor[1], 0.05);
    assertEquals(Math.log(0.6), disc.detail(1)[middle + 10], 0.05);
    assertEquals(1, disc.vesselSide);
  }

  @Test
  void masksHaveTheDrawnRatio() {
    CleanDisc disc = new CleanDisc(crop());
    double least = 1;
    double most = 0;
    for (int seed = 0; seed < 40; seed++) {
      Canvas canvas = Canvas.draw(new RandomStream(seed, "test"), disc.outline, SIZE);
      double drawn = canvas.shape.ratio;
      // A disc that is turned shows another height.
      double ratio = extent(canvas.cup, 0) / extent(canvas.disc, 0);
      assertEquals(drawn, ratio, 0.06 + 0.3 * drawn, "seed " + seed);
      for (int i = 0; i < canvas.cup.length; i++)
        assertTrue(canvas.cup[i] <= canvas.disc[i] + 1e-6);
      least = Math.min(least, ratio);
      most = Math.max(most, ratio);
    }
    assertTrue(least < 0.3 && most > 0.7, least + " to " + most);
  }

  @Test
  void cupsArePalerThanTheirRims() {
    SyntheticCups cups = new SyntheticCups(List.of(new CleanDisc(crop())), SIZE);
    int paler = 0;
    for (int seed = 0; seed < 30; seed++) {
      PaintedDisc painted = cups.paint(new RandomStream(seed, "test"));
      double cup = mean(painted, true);
      double rim = mean(painted, false);
      if (cup > rim) paler++;
    }
    assertTrue(paler > 22, paler + " of 30");
  }

  private static double mean(PaintedDisc painted, boolean inCup) {
    int plane = SIZE * SIZE;
    double sum = 0;
    int count = 0;
    for (int i = 0; i < plane; i++) {
      boolean cup = painted.masks()[plane + i] > 0.5;
      boolean disc = painted.masks()[i] > 0.5 && painted.fieldOfView()[i] > 0;
      if (!disc || cup != inCup) continue;
      sum += painted.colours()[plane + i];
      count++;
    }
    return sum / count;
  }

  @Test
  void theSameStreamGivesTheSameBits() {
    SyntheticCups cups = new SyntheticCups(List.of(new CleanDisc(crop())), SIZE);
    PaintedDisc one = cups.paint(new RandomStream(7, "test"));
    PaintedDisc other = cups.paint(new RandomStream(7, "test"));
    PaintedDisc third = cups.paint(new RandomStream(8, "test"));
    assertArrayEquals(one.colours(), other.colours());
    assertArrayEquals(one.masks(), other.masks());
    assertTrue(!Arrays.equals(one.colours(), third.colours()));
  }
}
