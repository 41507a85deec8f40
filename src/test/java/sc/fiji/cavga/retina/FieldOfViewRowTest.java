package sc.fiji.cavga.retina;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a row says at once, and pixel by pixel. */
class FieldOfViewRowTest {

  private static final int WIDTH = 60;
  private static final int HEIGHT = 40;

  private static void assertRows(FieldOfView fieldOfView) {
    boolean[] inside = new boolean[WIDTH + 20];
    for (int y = -3; y < HEIGHT + 3; y++) {
      int count = 0;
      for (int x = 0; x < WIDTH; x++) if (fieldOfView.contains(x, y)) count++;
      int line = y;
      assertEquals(count, fieldOfView.count(y, WIDTH), () -> fieldOfView + " at " + line);
    }
    for (int from : new int[] {-7, 0, 13, WIDTH - 2, WIDTH + 5})
      for (int y = -3; y < HEIGHT + 3; y++) {
        fieldOfView.row(from, y, inside, WIDTH);
        for (int i = 0; i < WIDTH; i++)
          if (fieldOfView.contains(from + i, y) != inside[i])
            fail(fieldOfView + " at " + (from + i) + ", " + y);
      }
  }

  @Test
  void discsOfAnyCut() {
    Random random = new Random(11);
    for (int i = 0; i < 300; i++) {
      double left = Math.max(0, 20 * random.nextGaussian());
      double top = Math.max(0, 10 * random.nextGaussian());
      assertRows(
          new RetinaDisc(
              WIDTH * random.nextDouble(),
              HEIGHT * random.nextDouble(),
              i % 10 == 0 ? 20 : 60 * random.nextDouble(),
              left,
              top,
              left + WIDTH * random.nextDouble(),
              top + HEIGHT * random.nextDouble()));
    }
  }

  @Test
  void wholePicturesAndOutlines() {
    assertRows(new WholePicture(WIDTH, HEIGHT));
    assertRows(new WholePicture(3, 2));
    float[] depth = new float[15 * 10];
    for (int i = 0; i < depth.length; i++) depth[i] = 7 - Math.abs(i % 15 - 7) - i / 15 % 3;
    assertRows(
        new RetinaOutline(
            WIDTH, HEIGHT, new ReducedPicture(0, 0, 4, 15, depth.length / 15, depth), depth, 1.3f));
  }
}
