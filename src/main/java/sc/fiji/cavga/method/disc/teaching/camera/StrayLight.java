package sc.fiji.cavga.method.disc.teaching.camera;

import sc.fiji.cavga.phantom.drawing.RandomStream;

/**
 * Light that does not come from the retina, and retina that gets too little: shadows, haze, the
 * bright crescents at the edge of a narrow pupil, reflections of dust.
 */
public final class StrayLight {

  private static final double SHADOW = 0.4;
  private static final double HAZE = 0.4;
  private static final double CRESCENT = 0.3;
  private static final double DUST = 0.2;

  /** Of haze where the disc is: what is quite hidden cannot be learned. */
  private static final double MOST_HIDDEN = 0.45;

  private static final int MOST_DUST = 8;

  private final RandomStream random;
  private final float[][] colours;
  private final int size;

  /** What must stay visible, in pixels. */
  private final double keptX;

  private final double keptY;

  private StrayLight(RandomStream random, float[][] colours, double keptX, double keptY) {
    this.random = random;
    this.colours = colours;
    size = (int) Math.round(Math.sqrt(colours[0].length));
    this.keptX = keptX;
    this.keptY = keptY;
  }

  /**
   * @param colours [3][H·W], 0 to 1; the arrays are changed
   * @param keptX of the place that is not quite hidden, in pixels
   */
  public static void add(RandomStream random, float[][] colours, double keptX, double keptY) {
    StrayLight light = new StrayLight(random, colours, keptX, keptY);
    if (random.chance(SHADOW)) light.shadow();
    if (random.chance(HAZE)) light.haze();
    if (random.chance(CRESCENT)) light.crescent();
    if (random.chance(DUST)) light.dust();
  }

  private void shadow() {
    double x = random.uniform(0, size);
    double y = random.uniform(0, size);
    double reach = random.uniform(0.12, 0.4) * size;
    double depth = random.uniform(0.4, 2);
    for (int i = 0; i < size * size; i++) {
      double light = StrictMath.exp(-depth * Planes.bell(distance(i, x, y) / reach));
      for (float[] colour : colours) colour[i] *= (float) light;
    }
  }

  private void haze() {
    double x = random.uniform(-0.3, 1.3) * size;
    double y = random.uniform(-0.3, 1.3) * size;
    double reach = random.uniform(0.15, 0.6) * size;
    double most = random.uniform(0.15, 0.8);
    double atKept = most * Planes.bell(StrictMath.hypot(keptX - x, keptY - y) / reach);
    double factor = most * Math.min(1, MOST_HIDDEN / Math.max(1e-9, atKept));
    double[] hue = hue();
    for (int i = 0; i < size * size; i++)
      cover(i, factor * Planes.bell(distance(i, x, y) / reach), hue);
  }

  /** Beyond a circle that lies askew in the field of view, light is scattered. */
  private void crescent() {
    double angle = Draw.angle(random);
    double away = random.uniform(0.04, 0.25) * size;
    double x = size / 2.0 + away * StrictMath.cos(angle);
    double y = size / 2.0 + away * StrictMath.sin(angle);
    double radius = random.uniform(0.32, 0.5) * size;
    double soft = random.uniform(0.01, 0.12) * size;
    double atKept = Planes.step((StrictMath.hypot(keptX - x, keptY - y) - radius) / soft);
    double factor = random.uniform(0.4, 1) * (1 - Math.min(1, atKept / MOST_HIDDEN));
    double[] hue = hue();
    for (int i = 0; i < size * size; i++)
      cover(i, factor * Planes.step((distance(i, x, y) - radius) / soft), hue);
  }

  private void dust() {
    int spots = random.integer(1, MOST_DUST);
    double[] hue = hue();
    for (int k = 0; k < spots; k++) {
      double x = random.uniform(0, size);
      double y = random.uniform(0, size);
      double reach = random.uniform(0.008, 0.03) * size;
      double most = random.uniform(0.2, 0.8);
      for (int i = 0; i < size * size; i++)
        cover(i, most * (1 - Planes.step((distance(i, x, y) / reach - 0.6) / 0.8)), hue);
    }
  }

  /** White to yellow, or blue as lenses scatter it. */
  private double[] hue() {
    double bright = random.uniform(0.5, 1.2);
    if (random.chance(0.25)) return new double[] {0.6 * bright, 0.7 * bright, bright};
    double yellow = random.uniform(0, 0.7);
    return new double[] {bright, bright * (1 - 0.4 * yellow), bright * (1 - yellow)};
  }

  private void cover(int i, double share, double[] hue) {
    for (int c = 0; c < 3; c++) colours[c][i] += (float) (share * (hue[c] - colours[c][i]));
  }

  private double distance(int i, double x, double y) {
    double dx = i % size - x;
    double dy = i / size - y;
    return Math.sqrt(dx * dx + dy * dy);
  }
}
