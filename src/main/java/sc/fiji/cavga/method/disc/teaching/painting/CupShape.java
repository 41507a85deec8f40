package sc.fiji.cavga.method.disc.teaching.painting;

import sc.fiji.cavga.method.disc.teaching.camera.Draw;
import sc.fiji.cavga.method.disc.teaching.camera.Planes;
import sc.fiji.cavga.phantom.drawing.RandomStream;

/**
 * The outline of a cup in disc radii: an ellipse off the disc's middle, uneven by low harmonics, in
 * some discs with notches towards the upper and lower rim, as glaucoma makes them. Immutable.
 */
final class CupShape {

  private static final double RATIO_MEAN = 0.52;
  private static final double RATIO_DEVIATION = 0.25;
  private static final double LEAST_RATIO = 0.13;
  private static final double MOST_RATIO = 0.93;

  /** How often ratios are as in real eyes, and not evenly spread. */
  private static final double NATURAL = 0.85;

  private static final double NOTCHED = 0.35;
  private static final double NOTCHED_POLE = 0.6;

  /** Of the middle, in disc radii. */
  final double x;

  final double y;

  /** Vertical cup-to-disc ratio, but for the unevenness. */
  final double ratio;

  private final double[] radii = new double[HarmonicOutline.DIRECTIONS];

  private CupShape(double x, double y, double ratio) {
    this.x = x;
    this.y = y;
    this.ratio = ratio;
  }

  static CupShape draw(RandomStream random) {
    double vertical =
        random.chance(NATURAL)
            ? Planes.clamp(random.normal(RATIO_MEAN, RATIO_DEVIATION), LEAST_RATIO, MOST_RATIO)
            : random.uniform(0.15, 0.92);
    double horizontal = Planes.clamp(vertical * Draw.normalFactor(random, -0.02, 0.11), 0.1, 0.95);
    double room = 0.8 * (1 - vertical);
    CupShape shape =
        new CupShape(random.normal(0, 0.3) * room, random.normal(-0.05, 0.22) * room, vertical);
    double[] uneven = new double[HarmonicOutline.DIRECTIONS];
    for (int k = 2; k <= 4; k++) addHarmonic(random, k, 0.096 / k, uneven);
    if (random.chance(NOTCHED)) {
      addNotch(random, Math.PI / 2, uneven);
      addNotch(random, -Math.PI / 2, uneven);
    }
    for (int i = 0; i < uneven.length; i++) {
      double along = StrictMath.cos(HarmonicOutline.angle(i)) / horizontal;
      double across = StrictMath.sin(HarmonicOutline.angle(i)) / vertical;
      shape.radii[i] = (1 + uneven[i]) / Math.sqrt(along * along + across * across);
    }
    return shape;
  }

  /** Adds waves of a drawn height and phase around a circle. */
  static void addHarmonic(RandomStream random, int waves, double deviation, double[] values) {
    double height = random.normal(0, deviation);
    double phase = Draw.angle(random);
    for (int i = 0; i < values.length; i++)
      values[i] += height * StrictMath.cos(waves * HarmonicOutline.angle(i) + phase);
  }

  private static void addNotch(RandomStream random, double pole, double[] values) {
    if (!random.chance(NOTCHED_POLE)) return;
    double middle = pole + random.normal(0, 0.4);
    double width = random.uniform(0.25, 0.6);
    double depth = random.uniform(0.05, 0.35);
    for (int i = 0; i < values.length; i++) {
      double away = Math.IEEEremainder(HarmonicOutline.angle(i) - middle, 2 * Math.PI);
      values[i] += depth * Planes.bell(away / width);
    }
  }

  /** From the cup's middle to its edge, in disc radii. */
  double radius(double angle) {
    return HarmonicOutline.between(radii, angle);
  }
}
