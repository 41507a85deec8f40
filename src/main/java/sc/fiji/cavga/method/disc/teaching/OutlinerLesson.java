package sc.fiji.cavga.method.disc.teaching;

import java.util.List;
import sc.fiji.cavga.method.disc.net.DiscNet;
import sc.fiji.cavga.method.disc.outline.DiscOutliner;
import sc.fiji.cavga.method.disc.teaching.camera.CameraChanges;
import sc.fiji.cavga.method.disc.teaching.camera.PaintedDisc;
import sc.fiji.cavga.method.disc.teaching.painting.CleanDisc;
import sc.fiji.cavga.method.disc.teaching.painting.SyntheticCups;
import sc.fiji.cavga.phantom.drawing.RandomStream;

/**
 * Discs with cups: painted ones, and by turns with them real ones whose outlines are known; each
 * disc is painted into as often as each real one is shown.
 */
final class OutlinerLesson implements Lesson {

  /** How often a picture is cropped as by somebody who wants the disc alone. */
  private static final double CROPPED = 0.15;

  private static final double MOST_TURN = Math.toRadians(15);

  private final SyntheticCups cups;
  private final List<KnownDisc> real;

  /** How often a cup is a real one. */
  private final double realShare;

  /**
   * @param discs to paint into
   * @param real with known cups; may be empty
   */
  OutlinerLesson(List<CleanDisc> discs, List<KnownDisc> real) {
    cups = new SyntheticCups(discs, DiscNet.OUTLINER_SIZE);
    this.real = real;
    realShare = (double) real.size() / (real.size() + discs.size());
  }

  @Override
  public PaintedDisc draw(RandomStream random) {
    return random.chance(realShare) ? outlined(random) : cups.paint(random);
  }

  private PaintedDisc outlined(RandomStream random) {
    KnownDisc disc = real.get(random.integer(0, real.size() - 1));
    double side = DiscOutliner.SQUARE * disc.diameter * StrictMath.exp(random.uniform(-0.14, 0.16));
    Pose pose =
        new Pose(
            disc.x + random.normal(0, 0.06) * disc.diameter,
            disc.y + random.normal(0, 0.06) * disc.diameter,
            side / DiscNet.OUTLINER_SIZE,
            random.uniform(-MOST_TURN, MOST_TURN),
            random.sign(),
            random.chance(0.7) ? 1 : -1,
            StrictMath.exp(random.uniform(-0.06, 0.06)));
    float[][] planes = disc.shown(pose, DiscNet.OUTLINER_SIZE);
    float[][] colours = {planes[0], planes[1], planes[2]};
    float[] inside = planes[KnownDisc.FIELD_OF_VIEW];
    double diameter = disc.diameter / pose.unit;
    CameraChanges.colour(random, colours);
    CameraChanges.outOfFocus(random, colours, diameter, 0.2, 0.09);
    CameraChanges.blurAndNoise(random, colours, diameter);
    if (random.chance(CROPPED)) crop(inside, random.uniform(1.15, 1.6) * diameter / 2);
    return PaintedDisc.of(colours, inside, planes[KnownDisc.DISC], planes[KnownDisc.CUP]);
  }

  private static void crop(float[] inside, double reach) {
    double middle = DiscNet.OUTLINER_SIZE / 2.0 - 0.5;
    for (int i = 0; i < inside.length; i++) {
      double dx = i % DiscNet.OUTLINER_SIZE - middle;
      double dy = i / DiscNet.OUTLINER_SIZE - middle;
      if (Math.max(Math.abs(dx), Math.abs(dy)) >= reach) inside[i] = 0;
    }
  }
}
