package sc.fiji.cavga.method.disc.measure;

import java.util.Optional;
import sc.fiji.cavga.picture.Laterality;

/**
 * An optic disc's outline, its cup's, and the rim between them, in one system of coordinates.
 * Immutable.
 */
public final class DiscShape {

  /** Of a clock hour in degrees. */
  private static final int HOUR = 30;

  private static final int QUARTER = 90;

  /** A drawn cup may leave the disc by so much, in disc diameters: hands are not exact. */
  private static final double TOLERANCE = 0.02;

  /** Half the width of the widest vessels, in disc diameters. */
  static final double VESSEL = 0.08;

  private final PolarOutline disc;
  private final PolarOutline cup;

  /** In each direction, by the disc's diameter. */
  private final double[] rim;

  /**
   * @param cup null where the disc has none
   */
  public DiscShape(PolarOutline disc, PolarOutline cup) {
    this.disc = disc;
    this.cup = cup;
    this.rim = new double[PolarOutline.DIRECTIONS];
    double diameter = disc.diameter();
    for (int k = 0; k < rim.length; k++) {
      double inner = cup == null ? 0 : cup.reach(disc.centreX(), disc.centreY(), k);
      rim[k] = Math.max(0, disc.radius(k) - inner) / diameter;
    }
  }

  /**
   * Where the probabilities reach a threshold.
   *
   * @param disc [H,W]
   * @param cup [H,W]; counts inside the disc alone
   * @return in the square's pixels; null where no disc reaches the threshold
   */
  static DiscShape of(float[] disc, float[] cup, double threshold) {
    PolarOutline outer = PolarOutline.of(ProbabilityPlane.ofLargest(disc, threshold));
    if (outer == null || outer.area() == 0) return null;
    float[] inside = new float[cup.length];
    for (int i = 0; i < inside.length; i++) inside[i] = Math.min(disc[i], cup[i]);
    int vessel = (int) Math.round(VESSEL * outer.diameter());
    PolarOutline inner = PolarOutline.of(ProbabilityPlane.ofAll(inside, threshold, vessel));
    return new DiscShape(outer, inner == null || inner.area() == 0 ? null : inner);
  }

  /**
   * What somebody has drawn.
   *
   * @param cup null where there is none
   * @throws IllegalArgumentException with one sentence when it is nothing that can be measured
   */
  public static DiscShape drawn(PolarOutline disc, PolarOutline cup) {
    requireAround("disc", disc);
    if (cup == null) return new DiscShape(disc, null);
    requireAround("cup", cup);
    double tolerance = TOLERANCE * disc.diameter();
    for (int k = 0; k < PolarOutline.DIRECTIONS; k++) {
      double dx = cup.x(k) - disc.centreX();
      double dy = cup.y(k) - disc.centreY();
      double reach = Math.hypot(dx, dy);
      if (reach > tolerance
          && !disc.contains(cup.x(k) - tolerance * dx / reach, cup.y(k) - tolerance * dy / reach))
        throw new IllegalArgumentException(
            "The outline cup reaches out of the outline disc; draw the cup inside the disc, or the"
                + " disc larger.");
    }
    return new DiscShape(disc, cup);
  }

  private static void requireAround(String name, PolarOutline line) {
    for (int k = 0; k < PolarOutline.DIRECTIONS; k++)
      if (line.radius(k) == 0)
        throw new IllegalArgumentException(
            "The outline " + name + " does not go around its own middle; draw it as an oval.");
  }

  public PolarOutline disc() {
    return disc;
  }

  /** Empty where the disc has none. */
  public Optional<PolarOutline> cup() {
    return Optional.ofNullable(cup);
  }

  /** Height of the cup by height of the disc. */
  public double verticalRatio() {
    return cup == null ? 0 : cup.height() / disc.height();
  }

  /** Width of the cup by width of the disc. */
  public double horizontalRatio() {
    return cup == null ? 0 : cup.width() / disc.width();
  }

  /** Area of the cup by area of the disc. */
  public double areaRatio() {
    return cup == null ? 0 : cup.area() / disc.area();
  }

  /** From the cup's edge to the disc's in one direction, by the disc's diameter. */
  public double rim(int degrees) {
    return rim[Math.floorMod(degrees, rim.length)];
  }

  /** The mean width of the rim over a clock hour, 1 to 12 as seen, by the disc's diameter. */
  public double hour(int hour) {
    return mean(HOUR * hour, HOUR);
  }

  /** The mean width of the rim over a quarter, by the disc's diameter. */
  public double sector(Sector sector, Laterality side) {
    return mean(sector.middle(side), QUARTER);
  }

  private double mean(int middle, int width) {
    double sum = 0;
    for (int k = 0; k < width; k++) sum += rim(middle - width / 2 + k);
    return sum / width;
  }

  /** The same in other coordinates: moved after it was made larger. */
  public DiscShape scaled(double factor, double moveX, double moveY) {
    return new DiscShape(
        disc.scaled(factor, moveX, moveY), cup == null ? null : cup.scaled(factor, moveX, moveY));
  }
}
