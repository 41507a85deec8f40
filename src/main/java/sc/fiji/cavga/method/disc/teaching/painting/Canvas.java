package sc.fiji.cavga.method.disc.teaching.painting;

import sc.fiji.cavga.method.disc.teaching.camera.Draw;
import sc.fiji.cavga.method.disc.teaching.camera.Planes;
import sc.fiji.cavga.phantom.drawing.RandomStream;

/**
 * Where each pixel of a painting lies in a disc and, once there is one, in its cup. Angles are in
 * radians, clockwise as seen, and lengths in disc radii.
 */
final class Canvas {

  private static final double MOST_TURN = Math.toRadians(15);

  /** Of the painted square, in disc diameters, before it is varied. */
  private static final double DIAMETERS = 2.2;

  /** A cup never takes all of the rim. */
  private static final double WIDEST_CUP = 0.97;

  /** Width and height in pixels. */
  final int size;

  /** Pixels in a disc radius. */
  final double scale;

  /** From the disc's middle. */
  final float[] x;

  final float[] y;
  final float[] angle;

  /** From the disc's middle, 1 at its edge. */
  final float[] rho;

  /** 1 inside and 0 outside. */
  final float[] disc;

  /** Around the cup's middle. */
  final float[] cupAngle;

  /** From the cup's middle, 1 at its edge. */
  final float[] cupDistance;

  /** From the cup's middle to its edge in this pixel's direction. */
  final float[] cupRadius;

  /** 1 inside and 0 outside. */
  final float[] cup;

  final CupShape shape;

  private Canvas(int size, double scale, CupShape shape) {
    this.size = size;
    this.scale = scale;
    this.shape = shape;
    int plane = size * size;
    x = new float[plane];
    y = new float[plane];
    angle = new float[plane];
    rho = new float[plane];
    disc = new float[plane];
    cupAngle = new float[plane];
    cupDistance = new float[plane];
    cupRadius = new float[plane];
    cup = new float[plane];
  }

  /** A disc turned, mirrored, enlarged and moved a little, and a cup in it. */
  static Canvas draw(RandomStream random, HarmonicOutline outline, int size) {
    double width = DIAMETERS * Draw.factor(random, -0.14, 0.16);
    double turn = random.uniform(-MOST_TURN, MOST_TURN);
    double mirror = random.sign();
    double upsideDown = random.chance(0.7) ? 1 : -1;
    double stretch = Draw.factor(random, -0.06, 0.06);
    double shiftX = random.normal(0, 0.12);
    double shiftY = random.normal(0, 0.12);
    double unit = 2 * width / size;
    double cosine = StrictMath.cos(turn) * unit;
    double sine = StrictMath.sin(turn) * unit;
    Canvas canvas = new Canvas(size, 1 / unit, CupShape.draw(random));
    for (int i = 0; i < canvas.x.length; i++) {
      double across = (i % size + 0.5 - size / 2.0) * stretch * mirror;
      double down = (i / size + 0.5 - size / 2.0) / stretch * upsideDown;
      canvas.place(
          i, cosine * across - sine * down + shiftX, sine * across + cosine * down + shiftY);
    }
    canvas.measure(outline);
    return canvas;
  }

  private void place(int pixel, double px, double py) {
    x[pixel] = (float) px;
    y[pixel] = (float) py;
  }

  private void measure(HarmonicOutline outline) {
    for (int i = 0; i < x.length; i++) {
      double theta = StrictMath.atan2(y[i], x[i]);
      double distance = Math.sqrt(x[i] * x[i] + y[i] * y[i]) / outline.at(theta);
      // In coordinates in which the disc is a circle, so that the cup fits into it.
      double u = distance * StrictMath.cos(theta) - shape.x;
      double v = distance * StrictMath.sin(theta) - shape.y;
      double phi = StrictMath.atan2(v, u);
      double edge = shape.radius(phi);
      double q = Math.sqrt(u * u + v * v) / edge;
      angle[i] = (float) theta;
      rho[i] = (float) distance;
      disc[i] = soft(1 - distance);
      cupAngle[i] = (float) phi;
      cupRadius[i] = (float) edge;
      cupDistance[i] = (float) q;
      cup[i] = soft((1 - q) * edge) * soft(WIDEST_CUP - distance);
    }
  }

  /** A pixel's share of what begins so far, in disc radii, to the outside of it. */
  private float soft(double depth) {
    return (float) Planes.clamp(depth * scale + 0.5, 0, 1);
  }

  /** A plane of a disc's crop as this canvas shows it. */
  float[] sampled(float[] crop) {
    return sampled(crop, x, y);
  }

  /**
   * A plane of a disc's crop, read at other places.
   *
   * @param atX for each pixel, from the disc's middle in disc radii
   */
  static float[] sampled(float[] crop, float[] atX, float[] atY) {
    float[] result = new float[atX.length];
    for (int i = 0; i < result.length; i++)
      result[i] =
          (float)
              Planes.at(
                  crop,
                  DiscCrop.SIZE,
                  atX[i] * DiscCrop.RADIUS + DiscCrop.MIDDLE,
                  atY[i] * DiscCrop.RADIUS + DiscCrop.MIDDLE);
    return result;
  }
}
