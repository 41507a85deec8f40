package sc.fiji.cavga.retina;

import java.util.Arrays;
import net.imglib2.FinalRealInterval;
import net.imglib2.RealInterval;

/** A retina that is a disc, cut by the upright rectangle of the picture or of its black bands. */
final class RetinaDisc implements BoundedFieldOfView {

  private final double centreX;
  private final double centreY;
  private final double radius;
  private final double left;
  private final double top;
  private final double right;
  private final double bottom;

  /**
   * All in picture pixels; the rectangle lies within the picture and its right and bottom end it.
   */
  RetinaDisc(
      double centreX,
      double centreY,
      double radius,
      double left,
      double top,
      double right,
      double bottom) {
    this.centreX = centreX;
    this.centreY = centreY;
    this.radius = radius;
    this.left = left;
    this.top = top;
    this.right = right;
    this.bottom = bottom;
  }

  @Override
  public boolean contains(long x, long y) {
    double middleX = x + 0.5;
    double middleY = y + 0.5;
    if (middleX < left || middleY < top || middleX > right || middleY > bottom) return false;
    double fromCentreX = middleX - centreX;
    double fromCentreY = middleY - centreY;
    return fromCentreX * fromCentreX + fromCentreY * fromCentreY <= radius * radius;
  }

  @Override
  public void row(long x, long y, boolean[] inside, int count) {
    long edges = edges(y);
    int begin = within(begin(edges) - x, count);
    int end = Math.max(begin, within(end(edges) - x, count));
    Arrays.fill(inside, 0, begin, false);
    Arrays.fill(inside, begin, end, true);
    Arrays.fill(inside, end, count, false);
  }

  @Override
  public int count(long y, int width) {
    long edges = edges(y);
    return Math.max(0, within(end(edges), width) - within(begin(edges), width));
  }

  private static int within(long place, int count) {
    return (int) Math.min(count, Math.max(0, place));
  }

  private static long begin(long edges) {
    return edges >> Integer.SIZE;
  }

  private static long end(long edges) {
    return (int) edges;
  }

  /** What lies inside is one piece of a row: where it begins, and in the lower half its end. */
  private long edges(long y) {
    double fromCentreY = y + 0.5 - centreY;
    double square = radius * radius - fromCentreY * fromCentreY;
    double half = square > 0 ? Math.sqrt(square) : 0;
    // Rounding may be a pixel off; the answers are those of contains.
    long from = Math.round(Math.max(left, centreX - half)) - 2;
    long to = Math.round(Math.min(right, centreX + half)) + 2;
    while (from < to && !contains(from, y)) from++;
    while (to > from && !contains(to - 1, y)) to--;
    return from << Integer.SIZE | to & 0xffffffffL;
  }

  @Override
  public RealInterval bounds() {
    return FinalRealInterval.createMinMax(
        Math.max(left, centreX - radius),
        Math.max(top, centreY - radius),
        Math.min(right, centreX + radius),
        Math.min(bottom, centreY + radius));
  }
}
