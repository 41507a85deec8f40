package sc.fiji.cavga.phantom.cup;

import java.util.Optional;
import sc.fiji.cavga.phantom.drawing.Eye;
import sc.fiji.cavga.phantom.drawing.RandomStream;
import sc.fiji.cavga.phantom.drawing.Shape;

/** What an optic disc shall be like: its size, its cup and, where wanted, a notch of its rim. */
public final class DiscDesign {

  /** The smallest and the largest disc, vertically, in mm on the retina. */
  public static final double SMALLEST_MM = 1.52;

  public static final double LARGEST_MM = 2.30;

  private static final double MEAN_MM = 1.86;

  private final double diameter;
  private final double ratio;
  private final Notch notch;

  /**
   * A disc without a notch.
   *
   * @param diameter of the disc, vertical, {@link #SMALLEST_MM} to {@link #LARGEST_MM}
   * @param ratio vertical diameter of the cup by that of the disc, 0.15 to 0.92
   */
  public DiscDesign(double diameter, double ratio) {
    this(diameter, ratio, null);
  }

  private DiscDesign(double diameter, double ratio, Notch notch) {
    if (!(diameter >= SMALLEST_MM && diameter <= LARGEST_MM))
      throw new IllegalArgumentException(
          "A disc of "
              + diameter
              + " mm cannot be drawn; use "
              + SMALLEST_MM
              + " to "
              + LARGEST_MM
              + ".");
    if (!(ratio >= 0.15 && ratio <= 0.92))
      throw new IllegalArgumentException(
          "A cup-to-disc ratio of " + ratio + " cannot be drawn; use 0.15 to 0.92.");
    this.diameter = diameter;
    this.ratio = ratio;
    this.notch = notch;
  }

  /**
   * A healthy disc as the eyes of a population have them: ratios of 0.20 to 0.55, larger ones in
   * larger discs.
   */
  public static DiscDesign healthy(long seed) {
    RandomStream random = new RandomStream(seed, "healthy design");
    double diameter = naturalDiameter(random);
    double own = random.normal(0.37, 0.08);
    return new DiscDesign(diameter, Shape.clamp(own + 0.25 * (diameter - MEAN_MM), 0.20, 0.55));
  }

  /** A disc of natural size with a cup as glaucoma leaves it: a ratio of 0.60 to 0.90. */
  public static DiscDesign enlargedCup(long seed) {
    RandomStream random = new RandomStream(seed, "enlarged design");
    return new DiscDesign(naturalDiameter(random), random.uniform(0.60, 0.90));
  }

  /**
   * A disc of natural size whose rim has lost half to three quarters of its width over two clock
   * hours, below or above on the side of the macula, where glaucoma begins.
   *
   * @param seed the eye's, as its side decides which clock hours these are
   */
  public static DiscDesign notchedRim(long seed) {
    RandomStream random = new RandomStream(seed, "notched design");
    DiscDesign disc = new DiscDesign(naturalDiameter(random), random.uniform(0.40, 0.65));
    int first = random.chance(0.65) ? random.integer(6, 7) : random.integer(10, 11);
    // A left eye is a right one in a mirror: the hours 6 and 7 become 5 and 6.
    int seen = new Eye(seed).right ? first : (22 - first) % 12 + 1;
    return disc.with(new Notch(seen, 2, random.uniform(0.50, 0.75)));
  }

  private static double naturalDiameter(RandomStream random) {
    return Shape.clamp(random.normal(MEAN_MM, 0.19), SMALLEST_MM, LARGEST_MM);
  }

  /** The same disc with a notch, which may make the cup higher than {@link #ratio} says. */
  public DiscDesign with(Notch added) {
    return new DiscDesign(diameter, ratio, added);
  }

  /** Vertical diameter of the disc in mm. */
  public double diameter() {
    return diameter;
  }

  /** Vertical diameter of the cup by that of the disc, without the notch. */
  public double ratio() {
    return ratio;
  }

  public Optional<Notch> notch() {
    return Optional.ofNullable(notch);
  }
}
