package sc.fiji.cavga.synthetic;

import java.util.SplittableRandom;

/** A bent fan that begins beside a place, widens away from it and fades out, in any direction. */
final class Fan {

  private static final double FULL_CIRCLE = 2 * StrictMath.PI;
  private static final double MOST_BENT = StrictMath.PI / 2;

  private final double begin;
  private final double reach;
  private final double direction;

  /** By which angle it has turned at its end. */
  private final double bend;

  private final double halfWidth;

  /** What half the width grows by with each pixel of the way. */
  private final double widening;

  private final double softness;
  private final double strength;

  /**
   * @param unit pixels of the picture per pixel of one of 128
   */
  Fan(double unit, SplittableRandom random) {
    begin = random.nextDouble(4, 10) * unit;
    reach = random.nextDouble(30, 80) * unit;
    direction = random.nextDouble(0, FULL_CIRCLE);
    bend = random.nextDouble(-MOST_BENT, MOST_BENT);
    halfWidth = random.nextDouble(1, 4) * unit;
    widening = random.nextDouble(0.1, 0.35);
    softness = random.nextDouble(0.3, 0.9);
    strength = random.nextDouble(0.8, 1);
  }

  /**
   * @param dx in pixels from the place
   * @param dy in pixels from the place
   * @return 0 to 1
   */
  double coverage(double dx, double dy) {
    double away = Math.sqrt(dx * dx + dy * dy);
    if (away < begin || away > reach) return 0;
    double way = away / reach;
    double off = StrictMath.atan2(dy, dx) - direction - bend * way * way;
    double aside = Math.abs(StrictMath.IEEEremainder(off, FULL_CIRCLE)) * away;
    double distance = aside / (halfWidth + widening * away);
    double edge = Math.min(1, (1 + softness / 2 - distance) / softness);
    double fading = Math.min(1, 2 * (1 - way));
    return strength * Math.max(0, edge) * fading;
  }
}
