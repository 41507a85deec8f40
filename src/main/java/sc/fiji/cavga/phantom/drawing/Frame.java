package sc.fiji.cavga.phantom.drawing;

/**
 * Where the camera looks: maps pixels to millimetres on the retina and says what lies in the field
 * of view, a disc of about 45 to 50 degrees, whole or cut at the top and the bottom by the sensor.
 */
public final class Frame {

  /** Radius of the field of view on the retina. */
  static final double FIELD_RADIUS_MM = 6.7;

  public final int width;
  public final int height;
  final boolean cut;
  private final boolean right;
  private final double centreX;
  private final double centreY;
  private final double radius;
  private final double gazeX;
  private final double gazeY;
  private final double cos;
  private final double sin;
  private final double notchAngle;
  private final int notch;

  /** A photograph of the whole field of view. */
  public Frame(int width, int height, Eye eye, long seed) {
    this(width, height, eye, seed, 0);
  }

  /**
   * The piece around the optic disc of a larger photograph: 2.2 to 3.2 vertical diameters of it.
   */
  public static Frame aroundDisc(int width, int height, Eye eye, long seed) {
    return new Frame(width, height, eye, seed, new RandomStream(seed, "crop").uniform(2.2, 3.2));
  }

  /**
   * @param discDiameters how many of them the shorter side shows; 0 for the whole field of view
   */
  private Frame(int width, int height, Eye eye, long seed, double discDiameters) {
    this.width = width;
    this.height = height;
    right = eye.right;
    RandomStream random = new RandomStream(seed, "frame");
    cut = random.chance(0.6);
    double whole = Math.min(width, height) / 2.0;
    double wholeRadius =
        (cut ? Math.min(width / 2.0, whole * 1.13) : whole) * random.uniform(0.955, 0.98);
    double aside = random.uniform(-1, 1) * Math.max(0, width / 2.0 - wholeRadius - 3) * 0.6;
    double below = random.uniform(-1.5, 1.5);
    gazeX = random.normal(0.9, 0.4);
    gazeY = random.normal(-0.1, 0.3);
    double tilt = random.normal(0, 0.06);
    cos = StrictMath.cos(tilt);
    sin = StrictMath.sin(tilt);
    notch = random.integer(0, 2);
    notchAngle = random.uniform(-0.75, -0.5);
    if (discDiameters == 0) {
      radius = wholeRadius;
      centreX = width / 2.0 + aside;
      centreY = height / 2.0 + below;
      return;
    }
    double pixelsPerMillimetre = 2 * whole / (discDiameters * 2 * eye.discRadius);
    radius = FIELD_RADIUS_MM * pixelsPerMillimetre;
    double along = cos * (eye.discX - gazeX) - sin * (eye.discY - gazeY);
    double down = sin * (eye.discX - gazeX) + cos * (eye.discY - gazeY);
    // Nobody cuts exactly around the middle.
    double off = 0.06 * whole;
    centreX =
        width / 2.0 + random.uniform(-off, off) - (right ? along : -along) * pixelsPerMillimetre;
    centreY = height / 2.0 + random.uniform(-off, off) - down * pixelsPerMillimetre;
  }

  public double millimetresPerPixel() {
    return FIELD_RADIUS_MM / radius;
  }

  /** Retina x (mm towards the nose) of a pixel's centre. */
  public double retinaX(int x, int y) {
    double along = across(x);
    double down = down(y);
    return gazeX + cos * along + sin * down;
  }

  /** Retina y (mm downwards) of a pixel's centre. */
  public double retinaY(int x, int y) {
    return gazeY - sin * across(x) + cos * down(y);
  }

  /** Pixel column of a place on the retina, as a fraction; the pixel x has its centre at x. */
  public double column(double retinaX, double retinaY) {
    double along = cos * (retinaX - gazeX) - sin * (retinaY - gazeY);
    return centreX - 0.5 + (right ? along : -along) / millimetresPerPixel();
  }

  public double row(double retinaX, double retinaY) {
    double down = sin * (retinaX - gazeX) + cos * (retinaY - gazeY);
    return centreY - 0.5 + down / millimetresPerPixel();
  }

  private double across(int x) {
    double along = (x + 0.5 - centreX) * millimetresPerPixel();
    return right ? along : -along;
  }

  private double down(int y) {
    return (y + 0.5 - centreY) * millimetresPerPixel();
  }

  /** Distance from the centre of the field of view, 1 at its edge. */
  public double eccentricity(int x, int y) {
    double dx = x + 0.5 - centreX;
    double dy = y + 0.5 - centreY;
    return Math.sqrt(dx * dx + dy * dy) / radius;
  }

  /** Horizontal place in the field of view, -1 left to 1 right. */
  public double fieldX(int x) {
    return (x + 0.5 - centreX) / radius;
  }

  /** Vertical place in the field of view, -1 top to 1 bottom. */
  public double fieldY(int y) {
    return (y + 0.5 - centreY) / radius;
  }

  /** 1 in the field of view, 0 outside, between the two on its edge. */
  public double visible(int x, int y) {
    double beyond = (eccentricity(x, y) - 1) * radius;
    return Shape.step(1.2, -1.2, beyond - notchHeight(x, y));
  }

  /** The mark on the rim by which many cameras tell which way up a picture is, in pixels. */
  private double notchHeight(int x, int y) {
    if (notch == 0) return 0;
    double angle = StrictMath.atan2(y + 0.5 - centreY, x + 0.5 - centreX);
    double off = Math.abs(angle - notchAngle) * radius;
    double size = radius * 0.045;
    if (notch == 1) return off < size ? Math.sqrt(size * size - off * off) : 0;
    return off < size ? size * 0.9 : 0;
  }
}
