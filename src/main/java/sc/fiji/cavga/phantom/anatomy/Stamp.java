package sc.fiji.cavga.phantom.anatomy;

import sc.fiji.cavga.phantom.drawing.Frame;
import sc.fiji.cavga.phantom.drawing.GradientNoise;
import sc.fiji.cavga.phantom.drawing.Plane;
import sc.fiji.cavga.phantom.drawing.Shape;

/** One blotch on the retina: an ellipse with a soft, ragged margin. */
final class Stamp {

  final double x;
  final double y;
  private final double radiusAlong;
  private final double radiusAcross;
  private final double cos;
  private final double sin;
  private final double softness;
  private final double raggedness;

  /**
   * @param x centre, mm on the retina
   * @param y centre, mm on the retina
   * @param radiusAlong half length in mm along {@code angle}
   * @param radiusAcross half width in mm
   * @param angle radians
   * @param softness width of the margin as a part of the radius, 0 to 1
   * @param raggedness how far noise moves the margin, as a part of the radius
   */
  Stamp(
      double x,
      double y,
      double radiusAlong,
      double radiusAcross,
      double angle,
      double softness,
      double raggedness) {
    this.x = x;
    this.y = y;
    this.radiusAlong = radiusAlong;
    this.radiusAcross = radiusAcross;
    cos = StrictMath.cos(angle);
    sin = StrictMath.sin(angle);
    this.softness = softness;
    this.raggedness = raggedness;
  }

  /** Raises the plane to {@code strength} in the middle of the blotch. */
  void press(Plane plane, Frame frame, GradientNoise noise, double strength) {
    double reach = 1.6 * Math.max(radiusAlong, radiusAcross) / frame.millimetresPerPixel() + 1;
    double column = frame.column(x, y);
    double row = frame.row(x, y);
    int left = (int) Math.max(0, column - reach);
    int right = (int) Math.min(frame.width - 1, column + reach + 1);
    int top = (int) Math.max(0, row - reach);
    int bottom = (int) Math.min(frame.height - 1, row + reach + 1);
    for (int py = top; py <= bottom; py++)
      for (int px = left; px <= right; px++) {
        double dx = frame.retinaX(px, py) - x;
        double dy = frame.retinaY(px, py) - y;
        double along = (cos * dx + sin * dy) / radiusAlong;
        double across = (-sin * dx + cos * dy) / radiusAcross;
        double distance = Math.sqrt(along * along + across * across);
        double moved =
            distance + raggedness * noise.octaves(1.6 * along + 9 * x, 1.6 * across + 9 * y, 2);
        plane.raise(px, py, strength * Shape.step(1 + softness, 1 - softness, moved));
      }
  }
}
