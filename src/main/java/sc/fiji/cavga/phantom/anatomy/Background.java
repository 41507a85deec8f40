package sc.fiji.cavga.phantom.anatomy;

import sc.fiji.cavga.phantom.drawing.Eye;
import sc.fiji.cavga.phantom.drawing.Frame;
import sc.fiji.cavga.phantom.drawing.GradientNoise;
import sc.fiji.cavga.phantom.drawing.Light;
import sc.fiji.cavga.phantom.drawing.RandomStream;
import sc.fiji.cavga.phantom.drawing.Shape;

/**
 * The retina before anything is on it: its colour, the choroid shining through, mottling, the
 * macula's pigment and the sheen of the nerve fibres.
 */
public final class Background {

  /** Typical colours of cameras and eyes: orange, red, pink, brown. */
  private static final double[][] TINTS = {
    {0.70, 0.34, 0.08}, {0.78, 0.27, 0.15}, {0.74, 0.44, 0.27}, {0.57, 0.26, 0.07}
  };

  private final double[] tint = new double[3];
  private final Frame frame;
  private final Eye eye;
  private final NerveFibres fibres;
  private final Choroid choroid;
  private final GradientNoise mottling;
  private final GradientNoise streaks;

  public Background(Frame frame, Eye eye, NerveFibres fibres, long seed) {
    this.frame = frame;
    this.eye = eye;
    this.fibres = fibres;
    RandomStream random = new RandomStream(seed, "background");
    int main = random.integer(0, 3);
    int other = random.integer(0, 3);
    double share = random.uniform(0, 0.5);
    double fair = 1.14 - 0.2 * eye.pigmentation;
    for (int c = 0; c < 3; c++)
      tint[c] =
          fair * Shape.mix(TINTS[main][c], TINTS[other][c], share) * random.uniform(0.95, 1.05);
    choroid = new Choroid(frame, eye, seed);
    mottling = new GradientNoise(random);
    streaks = new GradientNoise(random);
  }

  public double[] tint() {
    return tint.clone();
  }

  public Light paint() {
    Light light = new Light(frame.width, frame.height);
    for (int y = 0; y < frame.height; y++) for (int x = 0; x < frame.width; x++) paint(light, x, y);
    return light;
  }

  private void paint(Light light, int x, int y) {
    int index = y * frame.width + x;
    double rx = frame.retinaX(x, y);
    double ry = frame.retinaY(x, y);
    for (int c = 0; c < 3; c++) light.channels[c].values[index] = (float) tint[c];
    double fromFovea = Math.sqrt(rx * rx + ry * ry);
    double hidden = 1 - 0.75 * Shape.bell(fromFovea, 1.6);
    double broad = mottling.octaves(rx * 0.35, ry * 0.35, 3);
    // Seen in patches: where there is less pigment in front of it.
    double patch = 0.55 + 0.45 * Shape.clamp(1.5 * mottling.at(rx * 0.3 - 40, ry * 0.3), -1, 1);
    double shine = eye.tessellation * hidden * patch * (choroid.vessel(index) - 0.6);
    light.scale(index, 1 + 0.15 * shine, 1 + 0.27 * shine, 1 + 0.12 * shine);
    double fine = mottling.octaves(rx * 2.2 + 50, ry * 2.2, 3);
    light.absorb(index, 0.12 * broad + 0.035 * fine * hidden, Light.Absorber.PIGMENT);
    double macula =
        0.55 * Shape.bell(fromFovea, eye.maculaWidth) + 0.45 * Shape.bell(fromFovea, 0.25);
    light.absorb(index, eye.maculaDensity * macula * (1 + 0.12 * fine), Light.Absorber.PIGMENT);
    double reflex = eye.fovealReflex * fovealReflex(rx, ry, fromFovea);
    light.scale(index, 1 + reflex, 1 + 1.4 * reflex, 1 + 1.6 * reflex);
    double glow = 0.16 * Shape.bell(NerveFibres.discDistance(eye, rx, ry), 2.4);
    light.scale(index, 1 + glow, 1 + 1.7 * glow, 1 + 1.3 * glow);
    double sheen = sheen(rx, ry);
    light.cover(index, sheen, new double[] {tint[0] * 1.05, tint[1] * 1.5, tint[2] * 2 + 0.06});
  }

  /** Light mirrored by the pit of the fovea, and weakly by the wall around the macula. */
  private static double fovealReflex(double rx, double ry, double fromFovea) {
    double pit = Shape.bell(Math.sqrt(rx * rx + (ry - 0.06) * (ry - 0.06)), 0.055);
    return pit + 0.22 * Shape.bell(fromFovea - 0.85, 0.12);
  }

  /** The pale haze of the fibre bundles, strongest above and below the disc, finely striped. */
  private double sheen(double rx, double ry) {
    double start = fibres.startAngle(eye, rx, ry);
    double distance = NerveFibres.discDistance(eye, rx, ry);
    double bundle = Shape.bell(Math.abs(start) - 112, 38) + 0.2;
    double stripes = streaks.octaves(start * 0.33, distance * 0.25, 3);
    double fade = Shape.bell(Math.max(0, distance - 0.8), 2.0);
    return Math.max(0, eye.nerveFibreSheen * 0.26 * bundle * fade * (1 + 0.45 * stripes));
  }
}
