package sc.fiji.cavga.method.disc.teaching.painting;

import sc.fiji.cavga.method.disc.teaching.camera.Draw;
import sc.fiji.cavga.method.disc.teaching.camera.Planes;
import sc.fiji.cavga.phantom.drawing.RandomStream;

/** What else a disc's light is like: shading at the cup's edge, the rim's tint, the lamina. */
final class Relief {

  private static final double EDGED = 0.6;
  private static final double SHADED = 0.5;
  private static final double MOTTLED = 0.3;
  private static final double[] EDGE_BY_CHANNEL = {0.6, 1, 1};
  private static final double[] SHADE_BY_CHANNEL = {0.5, 1, 1};

  private final RandomStream random;
  private final Canvas canvas;
  private final float[][] light;

  /**
   * @param light [3][H·W], in logarithms, to which is added
   */
  Relief(RandomStream random, Canvas canvas, float[][] light) {
    this.random = random;
    this.canvas = canvas;
    this.light = light;
  }

  /** A line along the cup's edge, lit from one side. */
  void addEdge() {
    if (!random.chance(EDGED)) return;
    double width = random.uniform(0.03, 0.12);
    double line = random.normal(0, 0.05);
    double lit = random.normal(0, 0.05);
    double from = Draw.angle(random);
    for (int i = 0; i < canvas.rho.length; i++) {
      if (!(canvas.rho[i] < 1)) continue;
      double bump = Planes.bell((canvas.cupDistance[i] - 1) * canvas.cupRadius[i] / width);
      double value = bump * (line + lit * StrictMath.cos(canvas.cupAngle[i] - from));
      for (int c = 0; c < 3; c++) light[c][i] += (float) (value * EDGE_BY_CHANNEL[c]);
    }
  }

  /** The whole disc brighter or darker, of another tint, and the rim paler on one side. */
  void addTint() {
    double softness = random.uniform(0.02, 0.06);
    double all = random.normal(0, 0.07);
    double[] tint = {random.normal(0, 0.05), random.normal(0, 0.05), random.normal(0, 0.05)};
    boolean shaded = random.chance(SHADED);
    double across = shaded ? random.normal(0, 0.1) : 0;
    double down = shaded ? random.normal(0, 0.1) : 0;
    for (int i = 0; i < canvas.rho.length; i++) {
      double exponent = Planes.clamp((canvas.rho[i] - 1) / softness, -30, 30);
      double inside = 1 / (1 + StrictMath.exp(exponent));
      double shade = (1 - canvas.cup[i]) * (across * canvas.x[i] + down * canvas.y[i]);
      for (int c = 0; c < 3; c++)
        light[c][i] += (float) (inside * (all + tint[c] + shade * SHADE_BY_CHANNEL[c]));
    }
  }

  /**
   * The mottled floor of a deep cup.
   *
   * @param floor 1 on the cup's floor and 0 on the rim
   */
  void addLamina(float[] floor) {
    if (!random.chance(MOTTLED)) return;
    float[] noise = Draw.noise(random, canvas.size);
    double grain = random.uniform(0.8, 2.2);
    noise = Planes.blurred(noise, grain);
    double height = random.uniform(0.005, 0.04) * grain * 3.5;
    for (int i = 0; i < noise.length; i++)
      for (int c = 0; c < 3; c++) light[c][i] += (float) (height * noise[i] * floor[i]);
  }
}
