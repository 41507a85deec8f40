package sc.fiji.cavga.phantom.anatomy;

import sc.fiji.cavga.phantom.drawing.Eye;
import sc.fiji.cavga.phantom.drawing.Frame;
import sc.fiji.cavga.phantom.drawing.GradientNoise;
import sc.fiji.cavga.phantom.drawing.Plane;
import sc.fiji.cavga.phantom.drawing.RandomStream;
import sc.fiji.cavga.phantom.drawing.Shape;

/** Where one anomaly lies and how strong it is at each pixel, 0 to 1. */
public final class Lesions {

  /** Lesions keep clear of the edge of the field of view. */
  private static final double RIM_ECCENTRICITY = 0.86;

  private final Frame frame;
  private final Eye eye;
  private final NerveFibres fibres;
  private final RandomStream random;
  private final GradientNoise noise;
  private final Plane plane;

  private Lesions(Frame frame, Eye eye, NerveFibres fibres, long seed) {
    this.frame = frame;
    this.eye = eye;
    this.fibres = fibres;
    random = new RandomStream(seed, "lesions");
    noise = new GradientNoise(random);
    plane = new Plane(frame.width, frame.height);
  }

  /** An anomaly in an eye: the same seed gives the same values, 0 to 1, for each pixel. */
  public static Plane draw(Anomaly anomaly, Frame frame, Eye eye, NerveFibres fibres, long seed) {
    Lesions lesions = new Lesions(frame, eye, fibres, seed);
    switch (anomaly) {
      case DOT_HAEMORRHAGES:
        lesions.dots();
        break;
      case BLOT_HAEMORRHAGES:
        lesions.blots();
        break;
      case FLAME_HAEMORRHAGES:
        lesions.flames();
        break;
      case HARD_EXUDATES:
        lesions.hardExudates();
        break;
      case SOFT_EXUDATES:
        lesions.softExudates();
        break;
      case NERVE_FIBRE_DEFECT:
        lesions.wedge();
        break;
      default:
        break;
    }
    return lesions.plane;
  }

  private void dots() {
    for (int k = random.integer(14, 26); k > 0; k--) {
      double[] place = place(1.0, 4.8);
      double radius = random.uniform(0.08, 0.15);
      press(place, radius, radius * random.uniform(0.8, 1), 0.35, 0.15, random.uniform(0.8, 1));
    }
  }

  private void blots() {
    for (int k = random.integer(6, 11); k > 0; k--) {
      double[] place = place(1.2, 4.6);
      double radius = random.uniform(0.18, 0.48);
      press(place, radius, radius * random.uniform(0.6, 0.95), 0.3, 0.3, random.uniform(0.85, 1));
    }
  }

  private void flames() {
    for (int k = random.integer(4, 8); k > 0; k--) {
      double[] place = arcadePlace();
      double angle = fibreDirection(place[0], place[1]);
      double length = random.uniform(0.4, 0.9);
      double width = length * random.uniform(0.28, 0.42);
      // A flame is a sheaf of splinters along the fibres.
      for (int splinter = 0; splinter < 9; splinter++) {
        double aside = width * random.normal(0, 0.5);
        double ahead = length * random.normal(0, 0.25);
        double x = place[0] + ahead * StrictMath.cos(angle) - aside * StrictMath.sin(angle);
        double y = place[1] + ahead * StrictMath.sin(angle) + aside * StrictMath.cos(angle);
        double half = length * random.uniform(0.4, 0.9);
        double thin = width * random.uniform(0.15, 0.4);
        double turned = angle + random.normal(0, 0.07);
        new Stamp(x, y, half, thin, turned, 0.6, 0.25)
            .press(plane, frame, noise, random.uniform(0.55, 1));
      }
    }
  }

  private void hardExudates() {
    for (int cluster = random.integer(3, 6); cluster > 0; cluster--) {
      double[] middle = place(0.9, 3.4);
      double spread = random.uniform(0.35, 0.75);
      boolean ring = random.chance(0.3);
      for (int k = random.integer(14, 32); k > 0; k--) {
        double angle = random.uniform(0, 2 * Math.PI);
        double away =
            ring ? spread * random.normal(1, 0.22) : spread * Math.abs(random.normal(0, 0.7));
        double[] speck = {
          middle[0] + away * StrictMath.cos(angle), middle[1] + away * StrictMath.sin(angle)
        };
        double radius = 0.035 + 0.12 * random.uniform() * random.uniform();
        press(speck, radius, radius * random.uniform(0.7, 1), 0.35, 0.3, random.uniform(0.7, 1));
      }
    }
  }

  private void softExudates() {
    for (int k = random.integer(4, 7); k > 0; k--) {
      double[] place = arcadePlace();
      double radius = random.uniform(0.26, 0.5);
      press(place, radius, radius * random.uniform(0.55, 0.85), 0.75, 0.3, random.uniform(0.85, 1));
    }
  }

  private void wedge() {
    double middle = random.sign() * random.uniform(95, 138);
    double half = random.uniform(9, 15);
    double reach = random.uniform(5.5, 7.5);
    for (int y = 0; y < frame.height; y++)
      for (int x = 0; x < frame.width; x++) {
        double rx = frame.retinaX(x, y);
        double ry = frame.retinaY(x, y);
        double start = fibres.startAngle(eye, rx, ry);
        double distance = NerveFibres.discDistance(eye, rx, ry);
        // Bundles at its margin are thinned, not gone.
        double stripes = noise.octaves(start * 0.3, distance * 0.2, 2);
        double off = Math.abs(start - middle) + 2.5 * stripes;
        double across = Shape.step(half + 6, half - 6, off) * (1 + 0.15 * stripes);
        double along =
            Shape.step(0.98, 1.15, eye.discDistance(rx, ry))
                * Shape.step(reach, 0.25 * reach, distance);
        plane.values[y * frame.width + x] = (float) Shape.clamp(across * along, 0, 1);
      }
  }

  private void press(
      double[] place, double along, double across, double soft, double ragged, double strength) {
    new Stamp(place[0], place[1], along, across, random.uniform(0, Math.PI), soft, ragged)
        .press(plane, frame, noise, strength);
  }

  /** Somewhere in sight, off the disc, between two distances (mm) from the fovea. */
  private double[] place(double nearest, double farthest) {
    double[] place = new double[2];
    do {
      double angle = random.uniform(0, 2 * Math.PI);
      double away = Math.sqrt(random.uniform(nearest * nearest, farthest * farthest));
      place[0] = away * StrictMath.cos(angle);
      place[1] = away * StrictMath.sin(angle);
    } while (!inSight(place));
    return place;
  }

  /** Somewhere along the temporal arcades, where the fibre layer is thick. */
  private double[] arcadePlace() {
    double[] place = new double[2];
    do {
      place[0] = random.uniform(-1, eye.discX + 0.5);
      place[1] = random.sign() * random.uniform(1.6, 4.2);
    } while (!inSight(place));
    return place;
  }

  private boolean inSight(double[] place) {
    int x = (int) Math.round(frame.column(place[0], place[1]));
    int y = (int) Math.round(frame.row(place[0], place[1]));
    return x > 12
        && y > 12
        && x < frame.width - 12
        && y < frame.height - 12
        && frame.eccentricity(x, y) < RIM_ECCENTRICITY
        && eye.discDistance(place[0], place[1]) > 1.5;
  }

  /** Heading of the nerve fibres at a place: the way on which the angle at the disc stays. */
  private double fibreDirection(double x, double y) {
    double step = 0.05;
    double alongX = fibres.startAngle(eye, x + step, y) - fibres.startAngle(eye, x - step, y);
    double alongY = fibres.startAngle(eye, x, y + step) - fibres.startAngle(eye, x, y - step);
    return StrictMath.atan2(alongX, -alongY);
  }
}
