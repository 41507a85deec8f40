package sc.fiji.cavga.synthetic;

import java.util.SplittableRandom;

/** How a synthetic anomaly changes the colours it covers. */
final class Paint {

  /** [C], −1 (to black) to 1 (to white). */
  private final double[] colour;

  /**
   * @param colour red, green and blue, −1 (to black) to 1 (to white)
   */
  private Paint(double[] colour, double strength, int channels) {
    // Grey is what green is in colour: most of what the eye sees of contrast.
    this.colour = channels == 1 ? new double[] {colour[1]} : colour;
    for (int c = 0; c < channels; c++) this.colour[c] *= strength;
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
   * @param before [C,H,W]
   * @param values [C,H,W], written where covered
   * @param coverage [H,W], 0 to 1
   */
  void apply(float[] before, float[] values, float[] coverage) {
    for (int c = 0; c < colour.length; c++)
      for (int i = 0; i < coverage.length; i++) {
        if (coverage[i] == 0) continue;
        float old = before[c * coverage.length + i];
        double mixed = old + coverage[i] * (painted(c, old) - old);
        values[c * coverage.length + i] = (float) Math.min(1, Math.max(0, mixed));
      }
  }

  /** What a channel's value becomes under full coverage. */
  private double painted(int channel, float old) {
    double towards = colour[channel];
    return towards > 0 ? old + towards * (1 - old) : old * (1 + towards);
  }
}
