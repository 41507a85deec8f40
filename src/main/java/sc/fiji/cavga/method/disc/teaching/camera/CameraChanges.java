package sc.fiji.cavga.method.disc.teaching.camera;

import java.util.Arrays;
import sc.fiji.cavga.phantom.drawing.RandomStream;
import sc.fiji.cavga.plane.SampledCurve;

/** What cameras do to the same eye: gamma, tint, uneven light, clipping, blur and noise. */
public final class CameraChanges {

  private static final double DARKEST = 1e-4;

  /** White is 1, but what is painted may be brighter. */
  private static final int BRIGHTEST = 2;

  /** In disc diameters, and never less than for a disc of so many pixels. */
  private static final double SMALLEST_DISC = 20;

  private CameraChanges() {}

  /**
   * Changes the colours.
   *
   * @param colours [3][H·W], 0 to about 1; the arrays are changed
   */
  public static void colour(RandomStream random, float[][] colours) {
    int size = (int) Math.round(Math.sqrt(colours[0].length));
    double gamma = Draw.factor(random, -0.4, 0.4);
    SampledCurve curve =
        new SampledCurve(BRIGHTEST, value -> StrictMath.pow(Math.max(DARKEST, value), gamma));
    for (int c = 0; c < 3; c++) {
      double gain = Draw.factor(random, -0.2, 0.2);
      for (int i = 0; i < colours[c].length; i++)
        colours[c][i] = (float) (gain * curve.at(colours[c][i]));
    }
    if (random.chance(0.5)) slope(random, colours, size);
    if (random.chance(0.25)) mix(random, colours);
    if (random.chance(0.3)) clip(random, colours);
  }

  private static void slope(RandomStream random, float[][] colours, int size) {
    double angle = Draw.angle(random);
    double most = random.uniform(0, 0.5);
    double across = most * StrictMath.cos(angle) / size;
    double down = most * StrictMath.sin(angle) / size;
    for (int i = 0; i < colours[0].length; i++) {
      double light = 1 + across * (i % size - size / 2.0) + down * (i / size - size / 2.0);
      for (float[] colour : colours) colour[i] *= (float) light;
    }
  }

  /** Filters of cameras overlap. */
  private static void mix(RandomStream random, float[][] colours) {
    double[][] shares = new double[3][3];
    for (int c = 0; c < 3; c++)
      for (int from = 0; from < 3; from++)
        shares[c][from] = (c == from ? 1 : 0) + random.normal(0, 0.12);
    for (int i = 0; i < colours[0].length; i++) {
      double red = colours[0][i];
      double green = colours[1][i];
      double blue = colours[2][i];
      for (int c = 0; c < 3; c++)
        colours[c][i] = (float) (shares[c][0] * red + shares[c][1] * green + shares[c][2] * blue);
    }
  }

  private static void clip(RandomStream random, float[][] colours) {
    double share = random.uniform(90, 99.5) / 100;
    for (float[] colour : colours) {
      float[] sorted = colour.clone();
      Arrays.sort(sorted);
      float most = (float) (1.03 * Planes.quantile(sorted, share));
      for (int i = 0; i < colour.length; i++) colour[i] = Math.min(most, colour[i]);
    }
  }

  /**
   * Blurs some pictures and makes all noisy.
   *
   * @param colours [3][H·W]; the arrays are replaced or changed
   * @param diameter of the disc in pixels, which tells how much is how blurred
   */
  public static void blurAndNoise(RandomStream random, float[][] colours, double diameter) {
    if (random.chance(0.45)) Planes.blur(colours, diameter * Draw.ratio(random, 0.006, 0.05));
    double height = deviation(colours) * Draw.ratio(random, 0.005, 0.12);
    int size = (int) Math.round(Math.sqrt(colours[0].length));
    float[][] noise = new float[3][];
    for (int c = 0; c < 3; c++) noise[c] = Draw.noise(random, size);
    if (random.chance(0.5)) {
      Planes.blur(noise, 0.8);
      height *= 2.5;
    }
    boolean grey = random.chance(0.5);
    for (int c = 0; c < 3; c++)
      for (int i = 0; i < colours[c].length; i++)
        colours[c][i] += (float) (height * noise[grey ? 0 : c][i]);
  }

  private static double deviation(float[][] colours) {
    double sum = 0;
    double squares = 0;
    for (float[] colour : colours)
      for (float value : colour) {
        sum += value;
        squares += (double) value * value;
      }
    double count = 3.0 * colours[0].length;
    return Math.sqrt(Math.max(0, squares / count - sum / count * (sum / count)));
  }

  /**
   * Blurs some pictures a lot more.
   *
   * @param diameter of the disc in pixels
   */
  public static void outOfFocus(
      RandomStream random, float[][] colours, double diameter, double chance, double most) {
    if (random.chance(chance))
      Planes.blur(colours, Math.max(diameter, SMALLEST_DISC) * Draw.ratio(random, 0.02, most));
  }
}
