package sc.fiji.cavga.localize.disc;

import sc.fiji.cavga.method.disc.measure.DiscShape;
import sc.fiji.cavga.method.disc.measure.PolarOutline;

/**
 * Where the clock hours of a disc are drawn: a spoke between each two hours, from the cup's edge
 * across the rim to a little outside the disc, and the hours' numbers outside it. In the
 * coordinates of the shape. 12 is up.
 */
public final class ClockFace {

  public static final int HOURS = 12;

  private static final int HOUR = 360 / HOURS;

  /** In radii of the disc: how far spokes go beyond its edge, and how far away numbers are. */
  private static final double BEYOND = 0.12;

  private static final double AWAY = 0.3;

  private final DiscShape shape;
  private final double radius;

  public ClockFace(DiscShape shape) {
    this.shape = shape;
    this.radius = shape.disc().diameter() / 2;
  }

  /**
   * The spoke behind an hour.
   *
   * @param hour 1 to 12
   * @return x and y of its inner end, x and y of its outer end
   */
  public double[] spoke(int hour) {
    int degrees = HOUR * hour + HOUR / 2;
    PolarOutline disc = shape.disc();
    double rim = shape.rim(degrees) * disc.diameter();
    double[] inner = at(degrees, disc.radius(degrees) - rim);
    double[] outer = at(degrees, disc.radius(degrees) + BEYOND * radius);
    return new double[] {inner[0], inner[1], outer[0], outer[1]};
  }

  /**
   * The middle of an hour's number.
   *
   * @param hour 1 to 12
   * @return x and y
   */
  public double[] number(int hour) {
    return at(HOUR * hour, shape.disc().radius(HOUR * hour) + AWAY * radius);
  }

  /** A height of the numbers at which they do not touch each other. */
  public double letters() {
    return AWAY * radius;
  }

  private double[] at(int degrees, double distance) {
    PolarOutline disc = shape.disc();
    double share = distance / disc.radius(degrees);
    return new double[] {
      disc.centreX() + share * (disc.x(degrees) - disc.centreX()),
      disc.centreY() + share * (disc.y(degrees) - disc.centreY())
    };
  }
}
