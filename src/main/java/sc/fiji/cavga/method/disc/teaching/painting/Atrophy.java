package sc.fiji.cavga.method.disc.teaching.painting;

import sc.fiji.cavga.method.disc.teaching.camera.Draw;
import sc.fiji.cavga.method.disc.teaching.camera.Planes;
import sc.fiji.cavga.phantom.drawing.RandomStream;

/** Pale crescents and rings beside the disc, which are no part of it, some with a dark border. */
final class Atrophy {

  private static final double SHARE = 0.4;
  private static final double RING = 0.3;
  private static final double BORDERED = 0.4;
  private static final double THINNEST = 0.02;
  private static final double[] BY_CHANNEL = {0.6, 1, 1};

  private Atrophy() {}

  /**
   * @param light [3][H·W], in logarithms, to which is added
   */
  static void add(RandomStream random, Canvas canvas, float[][] light) {
    if (!random.chance(SHARE)) return;
    double middle = Draw.angle(random);
    boolean ring = random.chance(RING);
    double width = random.uniform(0.08, 0.7);
    double softness = random.uniform(0.03, 0.15);
    double pale = random.uniform(-0.1, 0.3);
    double[] colour = new double[3];
    for (int c = 0; c < 3; c++) colour[c] = pale * BY_CHANNEL[c] + random.normal(0, 0.05);
    double border = random.chance(BORDERED) ? random.uniform(0, 0.3) : 0;
    for (int i = 0; i < canvas.rho.length; i++) {
      double here =
          ring ? width : width * Planes.clamp(1.3 * StrictMath.cos(canvas.angle[i] - middle), 0, 1);
      if (!(here > THINNEST)) continue;
      double share = Planes.step((1 + here - canvas.rho[i]) / softness + 0.5);
      share *= 1 - canvas.disc[i];
      double dark =
          here > 0.05 ? border * Planes.bell(Math.sqrt(2) * (canvas.rho[i] - 1 - here) / 0.05) : 0;
      for (int c = 0; c < 3; c++) light[c][i] += (float) (share * colour[c] - dark);
    }
  }
}
