package sc.fiji.cavga.phantom.drawing;

/**
 * What makes one eye this eye: sizes, places and colours, drawn once from the seed.
 *
 * <p>Lengths are millimetres on the retina. The fovea is the origin, x grows towards the nose and y
 * downwards, in right and left eyes alike; only {@link Frame} knows which side it is.
 */
public final class Eye {

  /** Whether it is a right eye: its disc lies right of its macula as seen in the picture. */
  public final boolean right;

  public final double discX;
  public final double discY;

  /** Half the vertical diameter; normal diameters are about 1.5 to 2.0 mm. */
  public final double discRadius;

  /** Horizontal by vertical diameter. */
  final double discAspect;

  final double discTilt;

  /** Cup by disc diameter, the normal range. */
  public final double cupRatio;

  public final double cupShiftX;
  public final double cupShiftY;

  /** Strength of the pale crescent beside the disc, mostly zero. */
  public final double crescent;

  /** 0 fair to 1 dark. */
  public final double pigmentation;

  /** How clearly the choroid's vessels shine through, 0 to 1. */
  public final double tessellation;

  public final double maculaDensity;
  public final double maculaWidth;
  public final double fovealReflex;
  public final double nerveFibreSheen;

  /** The eye of a seed, with a disc of a size that is drawn too. */
  public Eye(long seed) {
    this(seed, Double.NaN);
  }

  /**
   * The same eye with a disc of another size.
   *
   * @param discRadius half the vertical diameter in mm; NaN for the eye's own
   */
  public Eye(long seed, double discRadius) {
    RandomStream random = new RandomStream(seed, "eye");
    right = random.chance(0.5);
    discX = random.uniform(4.3, 4.9);
    discY = random.uniform(-0.85, -0.2);
    double ownRadius = Shape.clamp(random.normal(0.92, 0.07), 0.78, 1.08);
    this.discRadius = Double.isNaN(discRadius) ? ownRadius : discRadius;
    discAspect = random.uniform(0.84, 0.98);
    discTilt = random.normal(0, 0.12);
    cupRatio = Shape.clamp(random.normal(0.37, 0.07), 0.25, 0.5);
    cupShiftX = random.normal(-0.03, 0.03);
    cupShiftY = random.normal(0.0, 0.02);
    crescent = random.chance(0.3) ? random.uniform(0.15, 0.5) : 0;
    pigmentation = random.uniform();
    tessellation = random.chance(0.35) ? random.uniform(0.45, 1) : random.uniform(0.05, 0.3);
    maculaDensity = random.uniform(0.35, 0.65);
    maculaWidth = random.uniform(0.75, 1.15);
    fovealReflex = random.chance(0.6) ? random.uniform(0.05, 0.25) : 0;
    nerveFibreSheen = random.uniform(0.25, 1) * (1 - 0.4 * pigmentation);
  }

  /** Distance from the disc's centre as a part of the disc's radius in that direction. */
  public double discDistance(double x, double y) {
    double cos = StrictMath.cos(discTilt);
    double sin = StrictMath.sin(discTilt);
    double dx = x - discX;
    double dy = y - discY;
    double along = (cos * dx + sin * dy) / (discRadius * discAspect);
    double across = (-sin * dx + cos * dy) / discRadius;
    return Math.sqrt(along * along + across * across);
  }
}
