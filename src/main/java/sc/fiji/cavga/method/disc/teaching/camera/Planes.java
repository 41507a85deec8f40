package sc.fiji.cavga.method.disc.teaching.camera;

import java.util.Arrays;
import sc.fiji.cavga.plane.MaskedGaussian;

/** Single planes, [H,W]: what painting does to each channel. */
public final class Planes {

  private Planes() {}

  public static double clamp(double value, double least, double most) {
    return Math.max(least, Math.min(most, value));
  }

  /** 0 up to 0 and 1 from 1 on, with no kink between. */
  public static double step(double value) {
    double x = clamp(value, 0, 1);
    return x * x * (3 - 2 * x);
  }

  /** A bell of height 1 and standard deviation 1. */
  public static double bell(double value) {
    return StrictMath.exp(-value * value / 2);
  }

  /**
   * A value between pixels, whose middles lie at whole numbers; beyond the outermost the edge's
   * value goes on.
   */
  public static double at(float[] plane, int width, double x, double y) {
    int height = plane.length / width;
    double column = clamp(x, 0, width - 1);
    double row = clamp(y, 0, height - 1);
    int left = Math.min((int) column, Math.max(0, width - 2));
    int top = Math.min((int) row, Math.max(0, height - 2));
    int right = Math.min(left + 1, width - 1);
    int bottom = Math.min(top + 1, height - 1);
    double u = column - left;
    double v = row - top;
    double above = plane[top * width + left] * (1 - u) + plane[top * width + right] * u;
    double below = plane[bottom * width + left] * (1 - u) + plane[bottom * width + right] * u;
    return above * (1 - v) + below * v;
  }

  /** A Gaussian blur of a square plane, of which all counts. */
  public static float[] blurred(float[] plane, double sigma) {
    return gaussian(plane.length, sigma).blur(plane);
  }

  /** Blurs planes of one size, which are replaced. */
  public static void blur(float[][] planes, double sigma) {
    MaskedGaussian gaussian = gaussian(planes[0].length, sigma);
    for (int c = 0; c < planes.length; c++) planes[c] = gaussian.blur(planes[c]);
  }

  private static MaskedGaussian gaussian(int length, double sigma) {
    float[] all = new float[length];
    Arrays.fill(all, 1);
    return new MaskedGaussian(all, (int) Math.round(Math.sqrt(length)), sigma);
  }

  /**
   * @param share 0 to 1
   * @return the value below which that share of them lies, between two of them along a line
   */
  public static double quantile(float[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
