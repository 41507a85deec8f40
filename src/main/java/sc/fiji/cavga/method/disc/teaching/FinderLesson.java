package sc.fiji.cavga.method.disc.teaching;

import java.util.List;
import sc.fiji.cavga.method.disc.net.DiscNet;
import sc.fiji.cavga.method.disc.teaching.camera.CameraChanges;
import sc.fiji.cavga.method.disc.teaching.camera.DiscChanges;
import sc.fiji.cavga.method.disc.teaching.camera.PaintedDisc;
import sc.fiji.cavga.method.disc.teaching.camera.StrayLight;
import sc.fiji.cavga.phantom.drawing.RandomStream;

/**
 * Parts of photographs, from all of a retina to little more than the disc, as they were taken or as
 * another camera might have taken them.
 */
final class FinderLesson implements Lesson {

  /** How often a whole photograph is taken, where there are crops too. */
  private static final double PHOTOGRAPHS = 0.6;

  /** Of these, how often all of it is shown. */
  private static final double WHOLE = 0.6;

  /** How often there is light that does not come from the retina. */
  private static final double STRAY_LIGHT = 0.7;

  private static final double MOST_TURN = Math.toRadians(25);

  /** Of what is shown, in disc diameters. */
  private static final double NEAREST = 1.5;

  private static final double FARTHEST = 4;

  private final List<KnownDisc> photographs;
  private final List<KnownDisc> crops;

  /**
   * @param photographs whole ones
   * @param crops around discs; may be empty
   */
  FinderLesson(List<KnownDisc> photographs, List<KnownDisc> crops) {
    this.photographs = photographs;
    this.crops = crops;
  }

  @Override
  public PaintedDisc draw(RandomStream random) {
    boolean whole = random.chance(PHOTOGRAPHS) || crops.isEmpty();
    List<KnownDisc> from = whole ? photographs : crops;
    KnownDisc disc = from.get(random.integer(0, from.size() - 1));
    int size = DiscNet.FINDER_SIZE;
    Pose pose = pose(random, disc, whole, size);
    float[][] planes = disc.shown(pose, size);
    float[][] colours = {planes[0], planes[1], planes[2]};
    float[] inside = planes[KnownDisc.FIELD_OF_VIEW];
    double diameter = disc.diameter / pose.unit;
    DiscChanges.change(random, colours, planes[KnownDisc.DISC], diameter);
    if (random.chance(STRAY_LIGHT))
      StrayLight.add(
          random,
          colours,
          size / 2.0 + pose.shownX(disc.x, disc.y),
          size / 2.0 + pose.shownY(disc.x, disc.y));
    CameraChanges.colour(random, colours);
    CameraChanges.outOfFocus(random, colours, diameter, 0.3, 0.16);
    CameraChanges.blurAndNoise(random, colours, Math.max(diameter, 20));
    return PaintedDisc.of(colours, inside, planes[KnownDisc.DISC]);
  }

  private static Pose pose(RandomStream random, KnownDisc disc, boolean photograph, int size) {
    double side;
    double x;
    double y;
    if (photograph && random.chance(WHOLE)) {
      side = disc.size * random.uniform(0.85, 1.2);
      x = disc.size / 2.0 + random.uniform(-0.08, 0.08) * disc.size;
      y = disc.size / 2.0 + random.uniform(-0.08, 0.08) * disc.size;
    } else {
      double most = Math.max(NEAREST, Math.min(FARTHEST, disc.size / disc.diameter));
      side =
          disc.diameter
              * StrictMath.exp(random.uniform(StrictMath.log(NEAREST), StrictMath.log(most)));
      double away = Math.max(0.02, Math.min(0.25, 0.5 - 0.55 * disc.diameter / side)) * side;
      x = disc.x + random.uniform(-away, away);
      y = disc.y + random.uniform(-away, away);
    }
    double turn = random.uniform(-MOST_TURN, MOST_TURN);
    double stretch = StrictMath.exp(random.uniform(-0.12, 0.12));
    double mirror = random.sign();
    double upsideDown = random.chance(0.7) ? 1 : -1;
    return new Pose(x, y, side / size, turn, mirror, upsideDown, stretch);
  }
}
