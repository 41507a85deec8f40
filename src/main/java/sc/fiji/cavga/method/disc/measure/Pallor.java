package sc.fiji.cavga.method.disc.measure;

import java.util.Arrays;
import sc.fiji.cavga.plane.GreyClosing;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * How pale disc and retina are, by the logarithm of the green light: the camera's brightness does
 * not change it.
 */
final class Pallor {

  /** Rings beside the disc and around it, in radii of the disc. */
  static final double[] BESIDE = {1.1, 1.35};

  static final double[] AROUND = {1.6, 2.1};
  static final double[] NEAR = {1.25, 1.7};
  static final double[] WITHIN = {0, 0.95};

  /** Where the cup ends and the rim begins, in radii of the cup: its edge belongs to neither. */
  static final double CUP = 0.95;

  static final double RIM = 1.05;

  /** Of the way from the retina around to the brightest of the disc. */
  static final double PALE = 0.7;

  static final double BRIGHTEST = 0.95;

  /** Of a ring, in pixels: fewer say nothing. */
  static final int FEWEST = 20;

  static final double DARKEST = 1.0 / 255;

  private final PreparedPicture square;
  private final PolarOutline disc;
  private final float[] light;

  /** The same with vessels closed. */
  private final float[] closed;

  /**
   * @param disc in the square's pixels
   */
  Pallor(PreparedPicture square, PolarOutline disc) {
    this.square = square;
    this.disc = disc;
    light = light(square);
    int vessel = (int) Math.round(VESSEL * disc.diameter());
    closed = vessel == 0 ? light : GreyClosing.of(light, square.size(), vessel);
  }

  /**
   * How much brighter the retina just outside the disc is than that farther away: above 0 where
   * atrophy makes it pale.
   *
   * @return NaN where the picture ends too near to the disc
   */
  double beside() {
    return mean(ring(light, BESIDE)) - mean(ring(light, AROUND));
  }

  /**
   * The share of the disc that is brighter than {@value #PALE} of the way from the retina around it
   * to the disc's brightest. Vessels are closed before.
   *
   * @return 0 to 1; NaN where the picture ends too near to the disc
   */
  double share() {
    double around = mean(ring(closed, NEAR));
    float[] inside = ring(closed, WITHIN);
    if (inside.length < FEWEST || Double.isNaN(around)) return Double.NaN;
    Arrays.sort(inside);
    double brightest = inside[(int) (BRIGHTEST * (inside.length - 1))];
    double pale = around + PALE * (brightest - around);
    int count = 0;
    for (float each : inside) if (each > pale) count++;
    return count / (double) inside.length;
  }

  /**
   * How much paler the cup is than the rim, in the middle of all pixels. Vessels are closed before.
   *
   * @param cup in the square's pixels
   * @return below 0 where the rim is the paler one; NaN where one of them is too small to tell
   */
  double cup(PolarOutline cup) {
    int size = square.size();
    float[] inCup = new float[closed.length];
    float[] inRim = new float[closed.length];
    int cups = 0;
    int rims = 0;
    for (int i = 0; i < closed.length; i++) {
      double x = i % size + 0.5;
      double y = i / size + 0.5;
      if (!(square.fieldOfView()[i] > 0) || disc.distance(x, y) >= WITHIN[1]) continue;
      double distance = cup.distance(x, y);
      if (distance < CUP) inCup[cups++] = closed[i];
      else if (distance >= RIM) inRim[rims++] = closed[i];
    }
    return median(inCup, cups) - median(inRim, rims);
  }

  private static double median(float[] values, int count) {
    Arrays.sort(values, 0, count);
    return count < FEWEST ? Double.NaN : values[count / 2];
  }

  /** Half the width of the widest vessels, in disc diameters. */
  static final double VESSEL = 0.06;

  private static float[] light(PreparedPicture square) {
    int plane = square.size() * square.size();
    float[] light = new float[plane];
    for (int i = 0; i < plane; i++)
      light[i] = (float) Math.log(Math.max(DARKEST, square.values()[plane + i]));
    return light;
  }

  /** The light of a ring around the disc, as far as it is seen. */
  private float[] ring(float[] light, double[] ring) {
    int size = square.size();
    float[] some = new float[light.length];
    int count = 0;
    for (int i = 0; i < light.length; i++) {
      if (!(square.fieldOfView()[i] > 0)) continue;
      double distance = disc.distance(i % size + 0.5, i / size + 0.5);
      if (distance >= ring[0] && distance < ring[1]) some[count++] = light[i];
    }
    return Arrays.copyOf(some, count);
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) sum += value;
    return values.length < FEWEST ? Double.NaN : sum / values.length;
  }
}
