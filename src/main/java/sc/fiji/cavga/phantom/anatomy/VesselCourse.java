package sc.fiji.cavga.phantom.anatomy;

import sc.fiji.cavga.phantom.drawing.Eye;
import sc.fiji.cavga.phantom.drawing.Shape;

/** Which way a vessel wants to run at a given place: a heading in radians, y downwards. */
@FunctionalInterface
interface VesselCourse {

  double heading(double x, double y, double current);

  /**
   * A temporal arcade: an ellipse about the fovea from the disc on, longer on the side away from
   * the nose, of the given height over the fovea.
   *
   * @param up -1 for the superior arcade, 1 for the inferior one
   * @param height distance of the arcade from the fovea in mm
   */
  static VesselCourse arcade(Eye eye, int up, double height) {
    return (x, y, current) -> {
      double halfWidth = x > 0 ? eye.discX : 9;
      double middleY = x > 0 ? eye.discY * Math.min(1, x / eye.discX) : 0;
      double dy = y - middleY;
      double level = Math.sqrt(x * x / (halfWidth * halfWidth) + dy * dy / (height * height));
      double gradientX = x / (halfWidth * halfWidth);
      double gradientY = dy / (height * height);
      double norm = Math.sqrt(gradientX * gradientX + gradientY * gradientY) + 1e-9;
      gradientX /= norm;
      gradientY /= norm;
      // Along the ellipse, away from the disc, and back to it where the vessel strayed.
      double back = Shape.clamp(2.2 * (1 - level), -1, 1);
      double alongX = up * -gradientY;
      double alongY = up * gradientX;
      return StrictMath.atan2(alongY + back * gradientY, alongX + back * gradientX);
    };
  }

  /** Straight on, drawn gently to a fixed heading. */
  static VesselCourse towards(double heading) {
    return (x, y, current) -> heading;
  }

  /** To a place, as the small vessels of the macula run to the fovea. */
  static VesselCourse to(double goalX, double goalY) {
    return (x, y, current) -> StrictMath.atan2(goalY - y, goalX - x);
  }
}
