package sc.fiji.cavga.retina;

import java.util.Locale;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.UnusablePictureException;

/**
 * Finds the retina in a photograph with black borders.
 *
 * <p>Rays from the middle of the bright region meet its rim; a circle through most of these points
 * is the retina's disc, also where it is cut by the picture's edge or by black bands, where a notch
 * or a label touches it, or where its periphery is lost in the dark. When no circle fits, the
 * region itself is taken, smoothed. A small share at the rim is left out, where the camera's edge
 * blurs into the black.
 */
public final class FieldOfViewFinder {

  /** What is left out at the rim, as a share of the diameter. */
  static final double RIM = 0.01;

  static final double SMALLEST_RETINA = 0.05;
  static final double SMALLEST_BORDER = 0.01;

  /** Half a retina's width, as a share of the picture's shorter side. */
  static final double THINNEST_RETINA = 0.1;

  private static final int SMALLEST_PICTURE = 16;
  static final int RAYS = 360;

  /** Along a ray, in cells: first coarse, then fine where the rim is. */
  static final double STEP = 0.5;

  static final double FINE_STEP = 0.25;

  /** Of the rim's points, those that must lie on a plausible circle. */
  static final double LEAST_SUPPORT = 0.5;

  /** Of the region, what may lie beyond it. */
  static final double MOST_BEYOND = 0.05;

  /** Of the circle's disc, what the region must fill. */
  static final double LEAST_COMMON = 0.6;

  /** What is narrower than twice this, in cells, is no part of an outline. */
  static final float NARROW = 2;

  private final Picture picture;
  private final ReducedPicture reduced;
  private final BrightRegion region;
  private final double[] rimX = new double[RAYS];
  private final double[] rimY = new double[RAYS];
  private int rimCount;

  /** Half of the thinnest retina's width, in cells. */
  private final double thinnest;

  private FieldOfViewFinder(Picture picture, ReducedPicture whole, BrightRegion region) {
    this.picture = picture;
    this.region = region;
    this.reduced = region.reduced;
    double cells = whole.cell / (double) reduced.cell;
    this.thinnest = THINNEST_RETINA * Math.min(whole.columns, whole.rows) * cells;
  }

  /**
   * The retina of a photograph; all of a picture without black borders.
   *
   * @throws UnusablePictureException when the picture is too small or shows no retina
   */
  public static BoundedFieldOfView find(Picture picture) {
    if (picture.width() < SMALLEST_PICTURE || picture.height() < SMALLEST_PICTURE)
      throw new UnusablePictureException(
          String.format(
              Locale.ROOT,
              "The picture has only %d x %d pixels; a photograph of a retina needs at least %d x %d.",
              picture.width(),
              picture.height(),
              SMALLEST_PICTURE,
              SMALLEST_PICTURE));
    BrightRegion region = BrightRegion.of(picture);
    if (region.size < SMALLEST_RETINA * region.inside.length)
      throw new UnusablePictureException(
          "No retina was found in the picture, which is black or nearly so; check that it is a "
              + "fundus photograph, or let the whole picture count.");
    if (region.borderShare < SMALLEST_BORDER)
      return new WholePicture(picture.width(), picture.height());
    return new FieldOfViewFinder(picture, region.reduced, region.closer(picture)).find();
  }

  private BoundedFieldOfView find() {
    findRim();
    Circle circle = Circle.fit(rimX, rimY, rimCount, region.bounds().longerSide());
    if (circle != null && plausible(circle)) return disc(circle);
    return outline();
  }

  /**
   * Where rays from the region's middle leave it; those that end at the picture's edge tell
   * nothing.
   */
  private void findRim() {
    double sumX = 0;
    double sumY = 0;
    for (int i = 0; i < region.inside.length; i++)
      if (region.inside[i]) {
        sumX += i % reduced.columns;
        sumY += i / reduced.columns;
      }
    double middleX = sumX / region.size;
    double middleY = sumY / region.size;
    for (int ray = 0; ray < RAYS; ray++) {
      double dx = Math.cos(2 * Math.PI * ray / RAYS);
      double dy = Math.sin(2 * Math.PI * ray / RAYS);
      double last = -1;
      double length = 0;
      for (; within(middleX + length * dx, middleY + length * dy); length += STEP)
        if (inside(middleX + length * dx, middleY + length * dy)) last = length;
      if (last < 0 || last > length - 2) continue;
      double out = crossing(middleX, middleY, dx, dy, last);
      // In cells whose corners, not middles, lie at whole numbers.
      rimX[rimCount] = middleX + out * dx + 0.5;
      rimY[rimCount++] = middleY + out * dy + 0.5;
    }
  }

  /** The length at which the brightness falls below the level, between two steps along the ray. */
  private double crossing(double x, double y, double dx, double dy, double last) {
    double before = last;
    double valueBefore = value(x + before * dx, y + before * dy);
    for (double after = last + FINE_STEP; after <= last + 2; after += FINE_STEP) {
      double valueAfter = value(x + after * dx, y + after * dy);
      if (valueAfter < region.level && valueBefore >= region.level)
        return before
            + (after - before) * (valueBefore - region.level) / (valueBefore - valueAfter);
      before = after;
      valueBefore = valueAfter;
    }
    return last + 0.5;
  }

  private boolean within(double x, double y) {
    return x > -0.5 && y > -0.5 && x < reduced.columns - 0.5 && y < reduced.rows - 0.5;
  }

  private boolean inside(double x, double y) {
    return region.inside[(int) Math.round(y) * reduced.columns + (int) Math.round(x)];
  }

  private double value(double x, double y) {
    return ReducedPicture.between(reduced.values, reduced.columns, x, y);
  }

  /** Whether the circle is the region's own: most of the rim lies on it, and the region inside. */
  private boolean plausible(Circle circle) {
    int beyond = 0;
    int common = 0;
    int disc = 0;
    for (int i = 0; i < region.inside.length; i++) {
      double dx = i % reduced.columns + 0.5 - circle.x;
      double dy = i / reduced.columns + 0.5 - circle.y;
      boolean within = dx * dx + dy * dy <= circle.radius * circle.radius;
      if (within) disc++;
      if (region.inside[i] && within) common++;
      if (region.inside[i] && !within) beyond++;
    }
    return circle.support(rimX, rimY, rimCount) >= LEAST_SUPPORT
        && beyond <= MOST_BEYOND * region.size
        && common >= LEAST_COMMON * disc;
  }

  private BoundedFieldOfView disc(Circle circle) {
    Cuts cuts = Cuts.find(region.inside, reduced.columns, circle);
    double cell = reduced.cell;
    double rim = RIM * 2 * circle.radius;
    int columns = reduced.columns;
    int rows = reduced.rows;
    double left = reduced.left;
    double top = reduced.top;
    return new RetinaDisc(
        left + circle.x * cell,
        top + circle.y * cell,
        (circle.radius - rim) * cell,
        cuts.left() == 0 ? 0 : left + (cuts.left() + rim) * cell,
        cuts.top() == 0 ? 0 : top + (cuts.top() + rim) * cell,
        cuts.right() == columns ? picture.width() : left + (cuts.right() - rim) * cell,
        cuts.bottom() == rows ? picture.height() : top + (cuts.bottom() - rim) * cell);
  }

  private BoundedFieldOfView outline() {
    boolean[] smooth = Depth.opened(region.inside, reduced.columns, NARROW);
    float[] depth = Depth.of(smooth, reduced.columns);
    float deepest = 0;
    for (float each : depth) deepest = Math.max(deepest, each);
    float rim = (float) Math.max(0.5, 2 * RIM * deepest);
    if (deepest < thinnest)
      throw new UnusablePictureException(
          "No retina was found in the picture, only small bright parts; check that it is a fundus "
              + "photograph, or let the whole picture count.");
    return new RetinaOutline(picture.width(), picture.height(), reduced, depth, rim);
  }
}
