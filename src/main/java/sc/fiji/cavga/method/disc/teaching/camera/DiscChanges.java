package sc.fiji.cavga.method.disc.teaching.camera;

import sc.fiji.cavga.phantom.drawing.RandomStream;

/** Discs that are fainter or paler than they were, and pale rings or crescents beside them. */
public final class DiscChanges {

  private static final double PALER = 0.5;
  private static final double ATROPHY = 0.4;
  private static final double RING = 0.4;
  private static final double[] BY_CHANNEL = {0.7, 1, 1};

  private DiscChanges() {}

  /**
   * @param colours [3][H·W]; the arrays are changed
   * @param disc [H,W], 1 inside
   * @param diameter of the disc in pixels
   */
  public static void change(RandomStream random, float[][] colours, float[] disc, double diameter) {
    if (random.chance(PALER)) {
      double all = Draw.factor(random, -0.4, 0.2);
      double[] gain = new double[3];
      for (int c = 0; c < 3; c++) gain[c] = all + random.normal(0, 0.06);
      scale(colours, Planes.blurred(disc, 0.06 * diameter), gain);
    }
    if (random.chance(ATROPHY)) {
      double angle = Draw.angle(random);
      double reach = random.uniform(0.05, 0.35) * diameter;
      float[] beside =
          random.chance(RING)
              ? grown(disc, 0.7 * reach)
              : moved(disc, reach * StrictMath.cos(angle), reach * StrictMath.sin(angle));
      for (int i = 0; i < disc.length; i++)
        beside[i] = (float) Planes.clamp(beside[i] - disc[i], 0, 1);
      beside = Planes.blurred(beside, random.uniform(0.3, 2));
      double pale = random.uniform(-0.1, 0.4);
      double[] gain = new double[3];
      for (int c = 0; c < 3; c++)
        gain[c] = StrictMath.exp(pale * BY_CHANNEL[c] + random.normal(0, 0.05));
      scale(colours, beside, gain);
    }
  }

  private static void scale(float[][] colours, float[] where, double[] gain) {
    for (int c = 0; c < 3; c++)
      for (int i = 0; i < where.length; i++)
        colours[c][i] *= (float) (1 + where[i] * (gain[c] - 1));
  }

  private static float[] grown(float[] disc, double reach) {
    float[] grown = Planes.blurred(disc, reach);
    for (int i = 0; i < grown.length; i++)
      grown[i] = (float) Planes.clamp((grown[i] - 0.15) * 6, 0, 1);
    return grown;
  }

  private static float[] moved(float[] disc, double dx, double dy) {
    int width = (int) Math.round(Math.sqrt(disc.length));
    float[] moved = new float[disc.length];
    for (int i = 0; i < moved.length; i++)
      moved[i] = (float) Planes.at(disc, width, i % width - dx, i / width - dy);
    return moved;
  }
}
