package sc.fiji.cavga.dataset;

import sc.fiji.cavga.preprocess.Placement;
import sc.fiji.cavga.preprocess.PreparedPicture;

/** A small prepared picture for tests of what is done to pictures. */
public final class TexturedEye {

  public static final int SIZE = 64;

  private static final int PLANE = SIZE * SIZE;

  private TexturedEye() {}

  /** A textured disc with a bright spot at (20,30). */
  public static PreparedPicture of(int channels) {
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

  public static Placement placement(int size) {
    return new Placement(size, size, 0, 0, size, (x, y) -> true);
  }
}
