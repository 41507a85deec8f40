package sc.fiji.cavga.retina;

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
  public RealInterval bounds() {
    return FinalRealInterval.createMinMax(
        Math.max(left, centreX - radius),
        Math.max(top, centreY - radius),
        Math.min(right, centreX + radius),
        Math.min(bottom, centreY + radius));
  }

  @Override
  public String toString() {
    return String.format(
        java.util.Locale.ROOT,
        "a disc of radius %.1f around (%.1f, %.1f), within %.1f to %.1f by %.1f to %.1f",
        radius,
        centreX,
        centreY,
        left,
        right,
        top,
        bottom);
  }
}
