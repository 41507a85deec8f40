package sc.fiji.cavga.localize.disc;

import sc.fiji.cavga.method.disc.outline.OutlinedDisc;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * In place of networks: a round disc of known place and size in every picture but those that are
 * named blind, with an upright oval cup.
 */
public final class OvalDiscs {

  /** Of the picture's width and height. */
  public static final double X = 0.7;

  public static final double Y = 0.5;

  /** In pixels of the picture. */
  public static final double RADIUS = 30;

  public static final double CUP_WIDTH = 24;
  public static final double CUP_HEIGHT = 36;

  public static final String REASON = "The picture shows a cat.";

  private static final int SIZE = 128;
  private static final double SIDE = 2.2 * 2 * RADIUS;

  private OvalDiscs() {}

  /** What outlines them. */
  public static DiscMeasurer measurer() {
    return DiscMeasurer.of(OvalDiscs::outline, "ovals");
  }

  /** The same without cups. */
  public static DiscMeasurer withoutCups() {
    return DiscMeasurer.of(picture -> outline(picture, 0, 0), "ovals without cups");
  }

  private static OutlinedDisc outline(PreparedPicture picture) {
    return picture.original().name().contains("blind")
        ? OutlinedDisc.missing(REASON)
        : outline(picture, CUP_WIDTH, CUP_HEIGHT);
  }

  private static OutlinedDisc outline(PreparedPicture picture, double width, double height) {
    double x = X * picture.original().width();
    double y = Y * picture.original().height();
    PreparedPicture square = picture.region(x - SIDE / 2, y - SIDE / 2, SIDE, SIZE);
    return OutlinedDisc.of(
        square,
        oval(RADIUS, RADIUS),
        width == 0 ? new float[SIZE * SIZE] : oval(width / 2, height / 2),
        picture.placement().side(),
        0.9);
  }

  private static float[] oval(double halfWidth, double halfHeight) {
    float[] values = new float[SIZE * SIZE];
    for (int i = 0; i < values.length; i++) {
      double dx = ((i % SIZE + 0.5) / SIZE - 0.5) * SIDE / halfWidth;
      double dy = ((i / SIZE + 0.5) / SIZE - 0.5) * SIDE / halfHeight;
      double beyond = (Math.hypot(dx, dy) - 1) * Math.min(halfWidth, halfHeight);
      values[i] = (float) (1 / (1 + Math.exp(beyond)));
    }
    return values;
  }
}
