package sc.fiji.cavga.synthetic;

import java.util.SplittableRandom;

/** How a synthetic anomaly changes the colours it covers. */
final class Paint {

  /** What a channel's value becomes under full coverage. */
  private interface Change {
    double of(int channel, float old);
  }

  private final int channels;
  private final Change change;

  private Paint(int channels, Change change) {
    this.channels = channels;
    this.change = change;
  }

  /**
   * @param colour red, green and blue, −1 (to black) to 1 (to white)
   */
  private Paint(double[] colour, double strength, int channels) {
    this(channels, towards(colour, strength, channels));
  }

  private static Change towards(double[] colour, double strength, int channels) {
    // Grey is what green is in colour: most of what the eye sees of contrast.
    double[] each = channels == 1 ? new double[] {colour[1]} : colour;
    for (int c = 0; c < each.length; c++) each[c] *= strength;
    return (c, old) -> each[c] > 0 ? old + each[c] * (1 - old) : old * (1 + each[c]);
  }

  /** Darker, and least so in red, as blood is. */
  static Paint blood(int channels, SplittableRandom random) {
    double[] colour = {
      -random.nextDouble(0.1, 0.6), -random.nextDouble(0.8, 1), -random.nextDouble(0.5, 1)
    };
    return new Paint(colour, AnomalyShapes.between(0.08, 0.7, random), channels);
  }

  /** Brighter and yellowish, as lipid is. */
  static Paint lipid(int channels, SplittableRandom random) {
    double[] colour = {
      random.nextDouble(0.4, 1), 0.9 * random.nextDouble(0.6, 1), 0.5 * random.nextDouble(0, 0.5)
    };
    return new Paint(colour, AnomalyShapes.between(0.08, 0.9, random), channels);
  }

  /** Brighter and pale, as swollen tissue is. */
  static Paint pale(int channels, SplittableRandom random) {
    double[] colour = {
      random.nextDouble(0.2, 0.6), random.nextDouble(0.5, 1), random.nextDouble(0.3, 1)
    };
    return new Paint(colour, AnomalyShapes.between(0.06, 0.5, random), channels);
  }

  /** A little darker, of any hue. */
  static Paint shade(int channels, SplittableRandom random) {
    double[] colour = {
      -random.nextDouble(0.3, 1), -random.nextDouble(0.3, 1), -random.nextDouble(0.3, 1)
    };
    return new Paint(colour, AnomalyShapes.between(0.05, 0.3, random), channels);
  }

  /**
   * Darker, and least so in red: nerve fibres reflect short wavelengths most, and their bundles are
   * missed most there.
   */
  static Paint lostFibres(int channels, SplittableRandom random) {
    double[] colour = {
      -random.nextDouble(0.2, 0.7), -random.nextDouble(0.8, 1), -random.nextDouble(0.6, 1)
    };
    return new Paint(colour, AnomalyShapes.between(0.06, 0.4, random), channels);
  }

  /**
   * Some or all of the way to a colour that the picture has elsewhere.
   *
   * @param colour [C], in 0 to 1
   */
  static Paint cover(double[] colour, SplittableRandom random) {
    double weight = random.nextDouble(0.4, 1);
    return new Paint(colour.length, (c, old) -> old + weight * (colour[c] - old));
  }

  /**
   * @param before [C,H,W]
   * @param values [C,H,W], written where covered
   * @param coverage [H,W], 0 to 1
   */
  void apply(float[] before, float[] values, float[] coverage) {
    for (int c = 0; c < channels; c++)
      for (int i = 0; i < coverage.length; i++) {
        if (coverage[i] == 0) continue;
        float old = before[c * coverage.length + i];
        double mixed = old + coverage[i] * (change.of(c, old) - old);
        values[c * coverage.length + i] = (float) Math.min(1, Math.max(0, mixed));
      }
  }
}
