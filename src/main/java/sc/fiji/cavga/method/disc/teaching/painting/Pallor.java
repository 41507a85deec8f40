package sc.fiji.cavga.method.disc.teaching.painting;

import sc.fiji.cavga.method.disc.teaching.camera.Draw;
import sc.fiji.cavga.method.disc.teaching.camera.Planes;
import sc.fiji.cavga.phantom.drawing.RandomStream;

/**
 * A cup is paler than its rim. How pale, and how far the pallor reaches beyond or stays behind the
 * cup's edge, differs from eye to eye; in some it does not show the cup at all.
 */
final class Pallor {

  private static final double NONE = 0.12;
  private static final double REACH_MEAN = -0.06;
  private static final double REACH_DEVIATION = 0.12;
  private static final double SHARPEST = 0.10;
  private static final double SOFTEST = 0.77;
  private static final double MOST = 0.75;
  private static final double[] BY_CHANNEL = {0.8, 1, 1};

  private Pallor() {}

  /**
   * @param own how much brighter a real cup was than its rim, in logarithms, by channel
   * @param light [3][H·W], in logarithms, to which is added
   */
  static void add(RandomStream random, Canvas canvas, double[] own, float[][] light) {
    double[] height = heights(random, own, canvas.shape.ratio);
    double reach = Draw.normalFactor(random, REACH_MEAN, REACH_DEVIATION);
    double width = Draw.ratio(random, SHARPEST, SOFTEST);
    double sloping = random.chance(0.5) ? random.uniform(0, 0.5) : 0;
    for (int i = 0; i < canvas.rho.length; i++) {
      double q = canvas.cupDistance[i] / reach;
      double share = Planes.step((1 + width / 2 - q) / width);
      share *= Planes.clamp((1 - canvas.rho[i]) * 6, 0, 1);
      share *= 1 - sloping * Planes.clamp(q, 0, 1);
      for (int c = 0; c < 3; c++) light[c][i] += (float) (height[c] * share);
    }
  }

  private static double[] heights(RandomStream random, double[] own, double ratio) {
    double[] height = new double[3];
    double all = Draw.normalFactor(random, 0, 0.4);
    for (int c = 0; c < 3; c++)
      height[c] =
          Planes.clamp(own[c], 0.02, 1) * all * Draw.normalFactor(random, 0, 0.12) * BY_CHANNEL[c];
    if (random.chance(0.15)) {
      height[0] = random.uniform(0, 0.2);
      height[1] = random.uniform(0.05, 0.5);
      height[2] = random.uniform(0.05, 0.6);
    }
    // Small cups are not bright.
    double small = Math.min(1, 0.6 + 0.8 * ratio);
    double shown = random.chance(NONE) ? random.uniform(0, 0.35) : 1;
    for (int c = 0; c < 3; c++) height[c] = Planes.clamp(height[c] * shown, -0.05, MOST) * small;
    return height;
  }
}
