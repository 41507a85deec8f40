package sc.fiji.cavga.method.disc.teaching;

import java.util.List;
import sc.fiji.cavga.method.disc.teaching.camera.CameraChanges;
import sc.fiji.cavga.method.disc.teaching.camera.NoiseTexture;
import sc.fiji.cavga.method.disc.teaching.camera.PaintedDisc;
import sc.fiji.cavga.method.disc.teaching.camera.StrayLight;
import sc.fiji.cavga.phantom.drawing.RandomStream;

/**
 * Among the pictures of another lesson some in which there is no disc at all: retina beside it, and
 * noise. Whoever never saw those finds a disc everywhere.
 */
final class EmptyLesson implements Lesson {

  private static final double EMPTY = 0.2;

  /** Of the empty ones. */
  private static final double NOISE = 0.35;

  /** How often there is light that does not come from the retina. */
  private static final double STRAY_LIGHT = 0.5;

  private static final double MOST_TURN = Math.toRadians(25);

  /** Of what is shown, in disc diameters. */
  private static final double NEAREST = 1.2;

  private static final double FARTHEST = 3;

  private final Lesson lesson;
  private final List<KnownDisc> empty;
  private final int size;
  private final int outputs;

  /**
   * @param empty squares without a disc; may be none
   * @param size width and height of what is shown, in pixels
   * @param outputs masks
   */
  EmptyLesson(Lesson lesson, List<KnownDisc> empty, int size, int outputs) {
    this.lesson = lesson;
    this.empty = empty;
    this.size = size;
    this.outputs = outputs;
  }

  @Override
  public PaintedDisc draw(RandomStream random) {
    return random.chance(EMPTY) ? nothing(random) : lesson.draw(random);
  }

  private PaintedDisc nothing(RandomStream random) {
    boolean noise = random.chance(NOISE) || empty.isEmpty();
    float[][] planes = noise ? NoiseTexture.draw(random, size) : shown(random);
    float[][] colours = {planes[0], planes[1], planes[2]};
    float[] inside = planes[KnownDisc.FIELD_OF_VIEW];
    if (random.chance(STRAY_LIGHT))
      StrayLight.add(random, colours, random.uniform(0, size), random.uniform(0, size));
    CameraChanges.colour(random, colours);
    CameraChanges.outOfFocus(random, colours, size / 2.2, 0.3, 0.16);
    CameraChanges.blurAndNoise(random, colours, size / 2.2);
    return PaintedDisc.of(colours, inside, new float[outputs][size * size]);
  }

  private float[][] shown(RandomStream random) {
    KnownDisc square = empty.get(random.integer(0, empty.size() - 1));
    double side = square.diameter * random.uniform(NEAREST, FARTHEST);
    double room = Math.max(0, square.size - side) / 2;
    Pose pose =
        new Pose(
            square.x + random.uniform(-room, room),
            square.y + random.uniform(-room, room),
            side / size,
            random.uniform(-MOST_TURN, MOST_TURN),
            random.sign(),
            random.sign(),
            1);
    return square.shown(pose, size);
  }
}
