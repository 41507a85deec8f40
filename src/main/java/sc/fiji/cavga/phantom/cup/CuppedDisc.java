package sc.fiji.cavga.phantom.cup;

import sc.fiji.cavga.phantom.drawing.Eye;
import sc.fiji.cavga.phantom.drawing.Frame;
import sc.fiji.cavga.phantom.drawing.GradientNoise;
import sc.fiji.cavga.phantom.drawing.Light;
import sc.fiji.cavga.phantom.drawing.RandomStream;
import sc.fiji.cavga.phantom.drawing.Shape;

/**
 * Paints a disc within its {@link DrawnOutlines}: a pink or orange rim of nerve fibres, a paler cup
 * that is steep on the side of the nose and often slopes on the other, the pores of its floor, and
 * beside the disc a ring or a crescent of bare sclera in some eyes. At the disc's margin the disc
 * covers half of what lies below, at the cup's edge the cup does.
 */
public final class CuppedDisc {

  private static final double LEAST_GAIN = 1.4;

  private final Frame frame;
  private final Eye eye;
  private final DrawnOutlines outlines;
  private final double[] rim = new double[3];
  private final double[] cup = new double[3];
  private final double[] bare = new double[3];
  private final double softness;
  private final double steepness;
  private final double slope;
  private final double leanNasal;
  private final double leanDown;
  private final double pallor;
  private final double ring;
  private final GradientNoise texture;

  /**
   * @param tint red, green and blue of the retina around it
   */
  public CuppedDisc(Frame frame, Eye eye, DrawnOutlines outlines, double[] tint, long seed) {
    this.frame = frame;
    this.eye = eye;
    this.outlines = outlines;
    RandomStream random = new RandomStream(seed, "cupped disc");
    // A camera that sees little blue sees the disc yellow, others see it pink or white.
    double blue = Shape.clamp(1.5 * tint[2] / tint[1], 0.3, 0.9);
    double[] warm = {1.04, 0.66 + 0.04 * random.normal(), 0.16 + 0.34 * blue};
    double[] pale = {1.10, 0.95, 0.36 + 0.45 * blue};
    double bright = random.uniform(0.52, 0.74);
    double contrast = random.uniform(0.42, 0.78);
    for (int c = 0; c < 3; c++) {
      double base = tint[c] * 1.15;
      // The disc outshines fair retinas as well.
      rim[c] = Shape.mix(base, Math.max(warm[c], LEAST_GAIN * base), bright);
      cup[c] = Shape.mix(rim[c], Math.max(pale[c], LEAST_GAIN * rim[c]), contrast);
      bare[c] = Shape.mix(base, pale[c], 0.4);
    }
    softness = random.uniform(0.04, 0.09);
    steepness = random.uniform(0.05, 0.14);
    slope = random.chance(0.5) ? random.uniform(0.05, 0.16) : 0;
    leanNasal = random.normal(-0.05, 0.05);
    leanDown = random.normal(0.02, 0.05);
    pallor = random.uniform(0.10, 0.30);
    ring = random.chance(0.4) ? random.uniform(0.10, 0.35) : 0;
    texture = new GradientNoise(random);
  }

  /** Covers the retina with the disc; vessels are to be painted afterwards. */
  public void paint(Light light) {
    for (int y = 0; y < frame.height; y++)
      for (int x = 0; x < frame.width; x++) {
        double rx = frame.retinaX(x, y);
        double ry = frame.retinaY(x, y);
        double distance = outlines.distance(rx, ry);
        if (distance < 2) paint(light, y * frame.width + x, rx, ry, distance);
      }
  }

  private void paint(Light light, int index, double rx, double ry, double distance) {
    double direction = outlines.direction(rx, ry);
    double nasal = distance * StrictMath.cos(direction);
    double temporal = Shape.clamp(-nasal, 0, 1);
    paintSurroundings(light, index, distance, temporal);
    double inside = Shape.step(1 + softness, 1 - softness, distance);
    if (inside == 0) return;
    light.cover(index, inside * (0.95 - 0.08 * Shape.clamp(nasal, -0.5, 1)), rim);
    paintFibres(light, index, rx, ry, distance, direction, nasal);
    paintCup(light, index, rx, ry, distance, direction, temporal, inside);
  }

  private void paintSurroundings(Light light, int index, double distance, double temporal) {
    double width = 1 + 0.28 * eye.crescent * temporal;
    double crescent =
        eye.crescent * 2 * temporal * Shape.step(width + 0.08, width - 0.06, distance);
    light.cover(index, Shape.clamp(0.7 * crescent, 0, 0.8), bare);
    light.cover(index, 0.16 * Shape.bell(Math.max(0, distance - 1), 0.22), rim);
    light.cover(index, ring * Shape.bell(distance - 1.04, 0.035), bare);
  }

  /** The rim is finely striped along its fibres and a little deeper in colour at the margin. */
  private void paintFibres(
      Light light,
      int index,
      double rx,
      double ry,
      double distance,
      double direction,
      double nasal) {
    double stripes =
        texture.octaves(
            7 * StrictMath.cos(direction) + 40, 7 * StrictMath.sin(direction) + distance, 2);
    double grain = texture.octaves(rx * 4, ry * 4, 3);
    double shade = 1 + 0.03 * grain + 0.03 * stripes - 0.05 * Shape.clamp(nasal, -1, 1);
    double margin = 0.10 * Shape.bell(distance - 1, 0.07);
    light.scale(index, shade - 0.5 * margin, shade - margin, shade - margin);
  }

  private void paintCup(
      Light light,
      int index,
      double rx,
      double ry,
      double distance,
      double direction,
      double temporal,
      double inside) {
    double edge = outlines.cupEdge(direction);
    double soft = Math.min(steepness + slope * temporal, Math.min(0.8 * edge, 2 * (1 - edge)));
    double weight = Shape.step(edge + soft, edge - soft, distance);
    // The rim pales towards the cup, most on the temporal side.
    double beyond = Math.max(0, distance - edge);
    double pale = pallor * (0.5 + temporal) * (1 - weight) * Shape.bell(beyond, 0.2);
    light.cover(index, (0.92 * weight + pale) * inside, cup);
    if (weight == 0) return;
    // The cup's wall lies in shade on the side of the nose, and its floor shows its pores.
    double depth = Shape.clamp(1 - distance / edge, 0, 1);
    double wall = Shape.bell(depth - 0.12, 0.12) * Shape.clamp(0.5 - temporal, 0, 0.5);
    double pores =
        Shape.clamp(-texture.at(rx * 14, ry * 14) - 0.25, 0, 1) * Shape.step(0, 0.5, depth);
    double floor = 0.03 * texture.octaves(rx * 9, ry * 9, 2) + 0.2 * depth - 0.1;
    double lean =
        distance * (leanNasal * StrictMath.cos(direction) + leanDown * StrictMath.sin(direction));
    double shade = weight * (floor + lean - 0.16 * wall - 0.14 * pores);
    light.scale(index, 1 + 0.5 * shade, 1 + shade, 1 + 1.2 * shade);
  }
}
