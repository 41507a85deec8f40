package sc.fiji.cavga.method.disc.measure;

import sc.fiji.cavga.method.disc.outline.OutlinedDisc;
import sc.fiji.cavga.preprocess.Placement;
import sc.fiji.cavga.preprocess.PreparedPicture;

/** An outlined disc of known shape: ellipses with soft edges in a square of 100 pixels. */
public final class DrawnDisc {

  public static final int SIZE = 100;

  /** Picture pixels for each of the square's. */
  public static final double SCALE = 3;

  public static final double LEFT = 600;
  public static final double TOP = 200;

  private DrawnDisc() {}

  /** A round disc of radius 30 around (50, 50), and an elliptic cup around the same middle. */
  public static OutlinedDisc of(double cupWidth, double cupHeight) {
    return of(cupWidth, cupHeight, 0, 0);
  }

  /** The cup moved. */
  public static OutlinedDisc of(double cupWidth, double cupHeight, double right, double down) {
    float[] disc = ellipse(50, 50, 30, 30);
    float[] cup =
        cupWidth == 0
            ? new float[SIZE * SIZE]
            : ellipse(50 + right, 50 + down, cupWidth / 2, cupHeight / 2);
    return of(disc, cup);
  }

  static OutlinedDisc of(float[] disc, float[] cup) {
    float[] colours = new float[3 * SIZE * SIZE];
    float[] inside = new float[SIZE * SIZE];
    java.util.Arrays.fill(colours, 0.5f);
    java.util.Arrays.fill(inside, 1);
    Placement placement = new Placement(1200, 1000, LEFT, TOP, SCALE * SIZE, (x, y) -> true);
    PreparedPicture square = new PreparedPicture(SIZE, 3, colours, inside, placement);
    return OutlinedDisc.of(square, disc, cup, 1000, 0.9);
  }

  /** The whole picture's field of view. */
  static Placement whole() {
    return new Placement(1200, 1000, 100, 0, 1000, (x, y) -> true);
  }

  static float[] ellipse(double x, double y, double halfWidth, double halfHeight) {
    float[] values = new float[SIZE * SIZE];
    for (int i = 0; i < values.length; i++) {
      double dx = (i % SIZE + 0.5 - x) / halfWidth;
      double dy = (i / SIZE + 0.5 - y) / halfHeight;
      double beyond = (Math.hypot(dx, dy) - 1) * Math.min(halfWidth, halfHeight);
      values[i] = (float) (1 / (1 + Math.exp(2 * beyond)));
    }
    return values;
  }
}
