package sc.fiji.cavga.phantom.anatomy;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.cavga.phantom.drawing.Eye;
import sc.fiji.cavga.phantom.drawing.GradientNoise;
import sc.fiji.cavga.phantom.drawing.RandomStream;
import sc.fiji.cavga.phantom.drawing.Shape;

/**
 * Grows the arteries and veins of one eye from the optic disc: superior and inferior temporal
 * arcades around the macula, nasal branches, small vessels to the macula, all branching with
 * Murray's law (the cubes of the diameters add up).
 */
public final class VesselTree {

  private static final double STEP_MM = 0.06;
  private static final double THINNEST_MM = 0.024;
  private static final double FOVEAL_AVASCULAR_MM = 0.55;
  private static final double OUTERMOST_MM = 8.5;

  private final Eye eye;
  private final RandomStream random;
  private final GradientNoise wander;
  private final double tortuosity;
  private final List<Vessel> vessels = new ArrayList<>();

  private VesselTree(Eye eye, long seed) {
    this.eye = eye;
    random = new RandomStream(seed, "vessels");
    wander = new GradientNoise(random);
    tortuosity = random.uniform(0.32, 0.7) + (random.chance(0.12) ? 0.45 : 0);
  }

  public static List<Vessel> grow(Eye eye, long seed) {
    VesselTree tree = new VesselTree(eye, seed);
    tree.growAll();
    return tree.vessels;
  }

  private void growAll() {
    double calibre = random.uniform(0.9, 1.15);
    double arteryToVein = random.uniform(0.66, 0.8);
    for (int up = -1; up <= 1; up += 2) {
      double height = random.uniform(2.7, 3.8);
      double inward = random.uniform(0.35, 0.95);
      boolean arteryOutside = random.chance(0.5);
      double nasal = up * random.uniform(0.5, 1.1);
      for (int kind = 0; kind < 2; kind++) {
        boolean artery = kind == 0;
        double width = calibre * (artery ? arteryToVein : 1);
        double own = artery == arteryOutside ? height : height - inward;
        double steep = random.normal(-0.3, 0.25);
        VesselCourse arcade = VesselCourse.arcade(eye, up, own);
        trunk(artery, up, 0.15 * width, up * (Math.PI / 2 + steep), arcade);
        double lean = nasal + up * (artery == arteryOutside ? 0.1 : -0.1) + random.normal(0, 0.1);
        double start = up * (Math.PI / 2 - random.uniform(0.2, 0.7));
        trunk(artery, up, 0.095 * width, start, VesselCourse.towards(lean));
      }
      for (int twig = random.integer(1, 2); twig > 0; twig--) macularTwig(up);
      for (int twig = random.integer(1, 3); twig > 0; twig--) nasalTwig(up);
    }
  }

  private void trunk(boolean artery, int up, double width, double heading, VesselCourse course) {
    double x = eye.discX + eye.discRadius * (random.normal(artery ? 0.14 : 0.02, 0.05));
    double y = eye.discY + eye.discRadius * (up * 0.1 + random.normal(0, 0.05));
    grow(new Growth(artery, x, y, heading, width, course, random.uniform(0.05, 0.1), 14, true), 0);
  }

  private void macularTwig(int up) {
    double angle = Math.PI + up * -random.uniform(0.15, 0.7);
    VesselCourse course = VesselCourse.arcade(eye, up, random.uniform(1.0, 1.9));
    twig(angle, random.uniform(0.035, 0.055), course);
  }

  private void nasalTwig(int up) {
    double angle = up * random.uniform(0, 1.4);
    twig(angle, random.uniform(0.035, 0.06), VesselCourse.towards(angle * 0.8));
  }

  private void twig(double angle, double width, VesselCourse course) {
    double x = eye.discX + 0.6 * eye.discRadius * StrictMath.cos(angle);
    double y = eye.discY + 0.6 * eye.discRadius * StrictMath.sin(angle);
    grow(new Growth(random.chance(0.5), x, y, angle, width, course, 0.08, 5, false), 1);
  }

  /** Where a vessel starts and how it grows. */
  private static final class Growth {
    final boolean artery;
    double x;
    double y;
    double heading;
    double diameter;
    final VesselCourse course;
    final double obedience;
    final double length;
    final boolean trunk;

    Growth(
        boolean artery,
        double x,
        double y,
        double heading,
        double diameter,
        VesselCourse course,
        double obedience,
        double length,
        boolean trunk) {
      this.artery = artery;
      this.x = x;
      this.y = y;
      this.heading = heading;
      this.diameter = diameter;
      this.course = course;
      this.obedience = obedience;
      this.length = length;
      this.trunk = trunk;
    }
  }

  private void grow(Growth growth, int depth) {
    Vessel vessel = new Vessel(growth.artery);
    vessels.add(vessel);
    double phase = random.uniform(0, 1000);
    double untilBranch = interval(growth) + (growth.trunk ? 0.9 : 0.3);
    int side = random.sign();
    double ownTortuosity = tortuosity * random.uniform(0.7, 1.3);
    for (double gone = 0; gone < growth.length; gone += STEP_MM) {
      double taper = 1 - (growth.trunk ? 0.45 : 0.75) * gone / growth.length;
      vessel.add(growth.x, growth.y, growth.diameter * taper);
      double wish = growth.course.heading(growth.x, growth.y, growth.heading);
      double turn = growth.obedience * turnBetween(growth.heading, wish);
      growth.heading += Shape.clamp(turn, -0.09, 0.09);
      double weave = wander.octaves(phase + gone * 1.1, phase, 2);
      double direction = growth.heading + ownTortuosity * weave;
      growth.x += STEP_MM * StrictMath.cos(direction);
      growth.y += STEP_MM * StrictMath.sin(direction);
      if (ends(growth, growth.diameter * taper)) return;
      untilBranch -= STEP_MM;
      if (untilBranch <= 0 && depth < 5) {
        branch(growth, growth.diameter * taper, side, depth);
        side = random.chance(0.75) ? -side : side;
        untilBranch = interval(growth);
      }
    }
  }

  private double interval(Growth growth) {
    return random.uniform(0.5, 1.6) * (growth.diameter > 0.07 ? 1.05 : 0.85);
  }

  private boolean ends(Growth growth, double diameter) {
    double fromFovea = Math.sqrt(growth.x * growth.x + growth.y * growth.y);
    return diameter < THINNEST_MM
        || fromFovea < FOVEAL_AVASCULAR_MM
        || Math.abs(growth.x - 0.9) > OUTERMOST_MM
        || Math.abs(growth.y) > OUTERMOST_MM;
  }

  private void branch(Growth parent, double width, int side, int depth) {
    // Within the disc's margin only the trunks themselves are seen to divide.
    if (eye.discDistance(parent.x, parent.y) < 1.1) return;
    boolean fork = random.chance(parent.diameter > 0.06 ? 0.45 : 0.3);
    double share = fork ? random.uniform(0.68, 0.85) : random.uniform(0.38, 0.6);
    double heading =
        parent.heading + side * (fork ? random.uniform(0.3, 0.6) : random.uniform(0.55, 1.1));
    double goalX = parent.x > -0.8 ? random.uniform(-0.4, 0.2) : parent.x - random.uniform(1, 3);
    double towardsGoal = StrictMath.atan2(-parent.y, goalX - parent.x);
    boolean inner = parent.x < eye.discX - 1.3 && Math.abs(turnBetween(heading, towardsGoal)) < 1.2;
    // Vessels to the macula are fine ones.
    if (inner) share = Math.min(share, 0.55);
    double diameter = width * share;
    if (diameter < THINNEST_MM * 1.3) return;
    if (fork && !inner) parent.heading -= side * random.uniform(0.08, 0.25);
    parent.diameter *= StrictMath.cbrt(1 - share * share * share * 0.8);
    double length = 0.8 + diameter * random.uniform(40, 80);
    VesselCourse course;
    if (inner) {
      course = VesselCourse.to(goalX, 0);
      double toGoal = StrictMath.hypot(goalX - parent.x, parent.y);
      length = Math.min(length, random.uniform(0.75, 0.95) * toGoal);
    } else course = VesselCourse.towards(heading - side * random.uniform(0, 0.4));
    // A child bends to its course slowly: a vessel never turns a corner.
    double obedience = inner ? 0.055 : 0.03;
    grow(
        new Growth(
            parent.artery, parent.x, parent.y, heading, diameter, course, obedience, length, false),
        depth + 1);
  }

  /** From one heading to another, the shorter way round. */
  static double turnBetween(double from, double to) {
    double turn = to - from;
    while (turn > Math.PI) turn -= 2 * Math.PI;
    while (turn < -Math.PI) turn += 2 * Math.PI;
    return turn;
  }
}
