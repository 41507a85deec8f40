package sc.fiji.cavga.phantom.anatomy;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.cavga.phantom.drawing.Eye;
import sc.fiji.cavga.phantom.drawing.Frame;
import sc.fiji.cavga.phantom.drawing.GradientNoise;
import sc.fiji.cavga.phantom.drawing.Plane;
import sc.fiji.cavga.phantom.drawing.RandomStream;
import sc.fiji.cavga.phantom.drawing.Shape;

/**
 * The layer behind the retina: broad, pale orange vessels with dark pigment between them, seen
 * clearly in some eyes (a tessellated fundus) and hardly in others.
 */
final class Choroid {

  private static final double STEP_MM = 0.12;

  private final Plane vessels;

  Choroid(Frame frame, Eye eye, long seed) {
    Plane sharp = new Plane(frame.width, frame.height);
    RandomStream random = new RandomStream(seed, "choroid");
    GradientNoise wander = new GradientNoise(random);
    for (Vessel vessel : grow(eye, random, wander)) trace(sharp, frame, vessel);
    vessels = sharp.blurred(0.8);
  }

  private static List<Vessel> grow(Eye eye, RandomStream random, GradientNoise wander) {
    List<Vessel> grown = new ArrayList<>();
    for (int k = 0; k < 620; k++) {
      double x = random.uniform(-6.5, 8.5);
      double y = random.uniform(-7.5, 7.5);
      double heading = StrictMath.atan2(y - 0.4 * eye.discY, x - 1.5) + random.normal(0, 0.6);
      double diameter = random.uniform(0.08, 0.2);
      double length = random.uniform(1.5, 5);
      Vessel vessel = new Vessel(false);
      for (double gone = 0; gone < length; gone += STEP_MM) {
        double ends = Math.min(1, 4 * Math.min(gone, length - gone) / length + 0.5);
        vessel.add(x, y, diameter * ends);
        double away = StrictMath.atan2(y - 0.4 * eye.discY, x - 1.5);
        double turn = VesselTree.turnBetween(heading, away);
        heading += 0.06 * turn + 0.3 * wander.at(x * 1.1 + 31 * k, y * 1.1);
        x += STEP_MM * StrictMath.cos(heading);
        y += STEP_MM * StrictMath.sin(heading);
      }
      grown.add(vessel);
    }
    return grown;
  }

  private static void trace(Plane plane, Frame frame, Vessel vessel) {
    for (int k = 0; k < vessel.size(); k++) {
      double column = frame.column(vessel.x(k), vessel.y(k));
      double row = frame.row(vessel.x(k), vessel.y(k));
      double radius = 0.5 * vessel.diameter(k) / frame.millimetresPerPixel();
      int reach = (int) Math.ceil(2 * radius + 1);
      for (int y = (int) row - reach; y <= row + reach; y++)
        for (int x = (int) column - reach; x <= column + reach; x++) {
          if (x < 0 || y < 0 || x >= plane.width || y >= plane.height) continue;
          double dx = x - column;
          double dy = y - row;
          plane.raise(x, y, Shape.bell(Math.sqrt(dx * dx + dy * dy), 0.8 * radius + 0.35));
        }
    }
  }

  /** 0 between the choroid's vessels, 1 in the middle of one. */
  double vessel(int index) {
    return vessels.values[index];
  }
}
