package sc.fiji.cavga.dataset;

import java.util.SplittableRandom;

/**
 * How a painted anomaly changes the colours it covers. Darker paint takes least from red, as blood
 * does; brighter paint is warm, as exudates are; some is of any colour.
 */
final class Paint {

  private static final double FAINTEST = 0.06;
  private static final double PLAINEST = 0.6;

  /** Brightening goes towards a little above white, so that white paint is white. */
  private static final double WHITE = 1.05;

  /** Per channel, −1 (towards black) to 1 (towards white). */
  private final double[] change;

  private Paint(double[] change) {
    this.change = change;
  }

  static Paint draw(int channels, SplittableRandom random) {
    double kind = random.nextDouble();
    double[] colour;
    if (kind < 0.45)
      colour =
          new double[] {
            -StrictMath.pow(random.nextDouble(), 1.5),
            -random.nextDouble(0.4, 1),
            -random.nextDouble(0.1, 1)
          };
    else if (kind < 0.85)
      colour =
          new double[] {
            random.nextDouble(0.1, 0.8), random.nextDouble(0.4, 1), random.nextDouble(0, 0.8)
          };
    else
      colour =
          new double[] {
            random.nextDouble(-1, 1), random.nextDouble(-1, 1), random.nextDouble(-1, 1)
          };
    double strength = FAINTEST * StrictMath.pow(PLAINEST / FAINTEST, random.nextDouble());
    // Grey is what green is in colour: most of what the eye sees of contrast.
    double[] change = channels == 1 ? new double[] {colour[1]} : colour;
    for (int c = 0; c < change.length; c++) change[c] *= strength;
    return new Paint(change);
  }

  /**
   * @param before [C,H,W]
   * @param values [C,H,W], written where covered
   * @param coverage [H,W], 0 to 1
   */
  void apply(float[] before, float[] values, float[] coverage) {
    for (int c = 0; c < change.length; c++)
      for (int i = 0; i < coverage.length; i++) {
        if (coverage[i] == 0) continue;
        float old = before[c * coverage.length + i];
        double painted = change[c] > 0 ? old + change[c] * (WHITE - old) : old * (1 + change[c]);
        double mixed = old + coverage[i] * (painted - old);
        values[c * coverage.length + i] = (float) Math.min(1, Math.max(0, mixed));
      }
  }
}
