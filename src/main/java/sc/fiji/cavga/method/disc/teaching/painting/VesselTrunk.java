package sc.fiji.cavga.method.disc.teaching.painting;

import sc.fiji.cavga.method.disc.teaching.camera.Planes;
import sc.fiji.cavga.phantom.drawing.RandomStream;

/**
 * The large vessels, which leave the disc upwards and downwards from a place on the nose's side.
 */
final class VesselTrunk {

  private static final double SHARE = 0.6;
  private static final double[] BY_CHANNEL = {0.45, 1, 0.8};

  private final RandomStream random;
  private final Canvas canvas;
  private final float[] darkness;

  private VesselTrunk(RandomStream random, Canvas canvas) {
    this.random = random;
    this.canvas = canvas;
    darkness = new float[canvas.x.length];
  }

  /**
   * @param side of the disc on which its vessels lie, 1 right or −1 left
   * @param light [3][H·W], in logarithms, to which is added
   */
  static void add(RandomStream random, Canvas canvas, double side, float[][] light) {
    if (!random.chance(SHARE)) return;
    VesselTrunk trunk = new VesselTrunk(random, canvas);
    int branches = random.integer(2, 5);
    double x = side * random.uniform(-0.1, 0.5) * (0.3 + canvas.shape.ratio);
    double y = random.normal(0, 0.15);
    for (int i = 0; i < branches; i++) trunk.grow(x, y, i % 2 == 0 ? 1 : -1);
    for (int c = 0; c < 3; c++)
      for (int i = 0; i < trunk.darkness.length; i++)
        light[c][i] -= (float) (trunk.darkness[i] * BY_CHANNEL[c]);
  }

  private void grow(double fromX, double fromY, double down) {
    double x0 = fromX + random.normal(0, 0.1);
    double y0 = fromY + random.normal(0, 0.1);
    double slope = random.normal(0, 0.4);
    double bend = random.normal(0, 0.35);
    double width = random.uniform(0.03, 0.09);
    double depth = random.uniform(0.12, 0.6);
    double sway = random.normal(0, 0.06);
    double waves = random.uniform(3, 7);
    double reach = random.uniform(0.7, 1.6);
    for (int i = 0; i < darkness.length; i++) {
      double along = (canvas.y[i] - y0) * down;
      if (along < -0.075) continue;
      double middle =
          x0
              + slope * Math.max(0, along)
              + bend * along * along
              + sway * StrictMath.sin(along * waves);
      double steep = slope + 2 * bend * along;
      double away = (canvas.x[i] - middle) / Math.sqrt(1 + steep * steep) / width;
      if (Math.abs(away) > 2) continue;
      double share = StrictMath.exp(-away * away * away * away);
      share *= Planes.step(along / 0.15 + 0.5);
      share *= 1 - Planes.step((canvas.rho[i] - reach) / 0.3);
      darkness[i] = Math.max(darkness[i], (float) (depth * share));
    }
  }
}
