package sc.fiji.cavga.synthetic;

import java.util.SplittableRandom;

/** A smooth random pattern: a few waves in any direction, each a good part of the picture long. */
final class WideWaves {

  private static final int WAVES = 4;

  private final int size;

  /** Of each wave the phase's growth a pixel across and down, and the phase. */
  private final double[][] waves = new double[WAVES][];

  private WideWaves(int size) {
    this.size = size;
  }

  /**
   * @param shortest wave as a share of the picture's width; the longest is three times as long
   */
  static WideWaves draw(int size, double shortest, SplittableRandom random) {
    WideWaves drawn = new WideWaves(size);
    for (int wave = 0; wave < WAVES; wave++) {
      double angle = random.nextDouble(0, 2 * Math.PI);
      double each = 2 * Math.PI / (size * shortest * random.nextDouble(1, 3));
      double across = each * StrictMath.cos(angle);
      double down = each * StrictMath.sin(angle);
      drawn.waves[wave] = new double[] {across, down, random.nextDouble(0, 2 * Math.PI)};
    }
    return drawn;
  }

  /** [H,W], of mean about 0 and a variance of a half. */
  float[] pattern() {
    float[] pattern = new float[size * size];
    for (double[] wave : waves) add(pattern, size, wave[0], wave[1], wave[2]);
    return pattern;
  }

  /** By the theorem of addition, so that sines are asked for once a row and a column. */
  private static void add(float[] pattern, int size, double across, double down, double phase) {
    double amplitude = 1 / Math.sqrt(WAVES);
    double[] cosines = new double[size];
    double[] sines = new double[size];
    for (int x = 0; x < size; x++) {
      cosines[x] = amplitude * StrictMath.cos(across * x + phase);
      sines[x] = amplitude * StrictMath.sin(across * x + phase);
    }
    for (int y = 0; y < size; y++) {
      double cosine = StrictMath.cos(down * y);
      double sine = StrictMath.sin(down * y);
      for (int x = 0; x < size; x++)
        pattern[y * size + x] += (float) (cosines[x] * cosine - sines[x] * sine);
    }
  }
}
