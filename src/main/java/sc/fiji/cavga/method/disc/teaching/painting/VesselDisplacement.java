package sc.fiji.cavga.method.disc.teaching.painting;

import sc.fiji.cavga.method.disc.teaching.camera.Planes;
import sc.fiji.cavga.phantom.drawing.RandomStream;

/**
 * Vessels bend where they climb over a cup's edge, are seen elsewhere on its floor, fade there, and
 * lie the more to the nose's side the larger the cup is.
 */
final class VesselDisplacement {

  private static final double BENDING = 0.85;
  private static final double MOST_BEND = 0.3;
  private static final double MOST_SHIFT = 0.35;
  private static final int[] WAVES = {1, 2, 3, 5};

  private final Canvas canvas;
  private final float[] x;
  private final float[] y;

  /** 1 on the cup's floor and 0 on the rim. */
  final float[] floor;

  private VesselDisplacement(Canvas canvas) {
    this.canvas = canvas;
    x = canvas.x.clone();
    y = canvas.y.clone();
    floor = new float[x.length];
  }

  /**
   * @param side of the disc on which its vessels lie, 1 right or −1 left
   */
  static VesselDisplacement draw(RandomStream random, Canvas canvas, double side) {
    VesselDisplacement displacement = new VesselDisplacement(canvas);
    double edge = random.uniform(0.05, 0.3);
    for (int i = 0; i < displacement.floor.length; i++)
      displacement.floor[i] = (float) Planes.step((1 + edge / 2 - canvas.cupDistance[i]) / edge);
    if (random.chance(BENDING)) displacement.bend(random);
    displacement.shift(random, side);
    return displacement;
  }

  private void bend(RandomStream random) {
    double[] turns = new double[HarmonicOutline.DIRECTIONS];
    double most = random.uniform(0, MOST_BEND);
    for (int waves : WAVES) CupShape.addHarmonic(random, waves, most / Math.sqrt(waves), turns);
    double depth = random.uniform(-0.15, 0.3);
    for (int i = 0; i < x.length; i++) {
      if (floor[i] == 0) continue;
      double turn = HarmonicOutline.between(turns, canvas.cupAngle[i]) * floor[i];
      double nearer = 1 + depth * floor[i] * Planes.clamp(1 - canvas.cupDistance[i], 0, 1);
      double dx = canvas.x[i] - canvas.shape.x;
      double dy = canvas.y[i] - canvas.shape.y;
      double cosine = StrictMath.cos(turn);
      double sine = StrictMath.sin(turn);
      x[i] = (float) (canvas.shape.x + (dx * cosine - dy * sine) * nearer);
      y[i] = (float) (canvas.shape.y + (dx * sine + dy * cosine) * nearer);
    }
  }

  private void shift(RandomStream random, double side) {
    double across = side * random.uniform(-0.05, MOST_SHIFT) * canvas.shape.ratio;
    double down = random.normal(0, 0.06);
    for (int i = 0; i < x.length; i++) {
      double share = Planes.clamp(1 - canvas.rho[i] * canvas.rho[i], 0, 1);
      x[i] -= (float) (across * share);
      y[i] -= (float) (down * share);
    }
  }

  /** Adds a channel's vessels and texture, moved, and fainter on the cup's floor. */
  static void add(float[] detail, VesselDisplacement moved, float[] gain, float[] light) {
    float[] sampled = Canvas.sampled(detail, moved.x, moved.y);
    for (int i = 0; i < light.length; i++) light[i] += sampled[i] * gain[i];
  }

  /** How much of the vessels is seen at each pixel. */
  float[] gain(RandomStream random) {
    double all = random.uniform(0.75, 1.2);
    double onFloor = random.uniform(-0.25, 0.25);
    double atEdge = random.uniform(0, 0.5);
    float[] gain = new float[x.length];
    for (int i = 0; i < gain.length; i++) {
      double dip =
          canvas.rho[i] < 1
              ? atEdge * Planes.bell(Math.sqrt(2) * (canvas.cupDistance[i] - 0.9) / 0.1)
              : 0;
      gain[i] = (float) (all * (1 - floor[i] * onFloor) * (1 - dip));
    }
    return gain;
  }
}
