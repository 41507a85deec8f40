package sc.fiji.cavga.phantom.anatomy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import sc.fiji.cavga.phantom.drawing.Eye;

class NerveFibresTest {

  private final NerveFibres fibres = new NerveFibres();
  private final Eye eye = new Eye(4);

  @Test
  void fibresLeaveTheDiscStraight() {
    for (int degrees = 20; degrees <= 160; degrees += 20) {
      // The line to the fovea is at 180 degrees, upwards (negative y) is positive.
      double line = StrictMath.atan2(-eye.discY, -eye.discX);
      double angle = line - Math.PI + Math.toRadians(-degrees);
      double x = eye.discX + 0.8 * StrictMath.cos(angle);
      double y = eye.discY + 0.8 * StrictMath.sin(angle);
      assertEquals(degrees, Math.abs(fibres.startAngle(eye, x, y)), 1.5);
    }
  }

  @Test
  void upperFibresArePositiveAndLowerOnesNegative() {
    assertTrue(fibres.startAngle(eye, 1, -3) > 0);
    assertTrue(fibres.startAngle(eye, 1, 3) < 0);
  }

  @Test
  void fibresAboveTheFoveaEnterTheDiscFromAbove() {
    // A place right above the fovea lies at about 145 degrees as seen from the disc; its fibre
    // arches and so enters the disc nearer to 90 degrees.
    double start = fibres.startAngle(eye, 0, -3);
    double straight = 180 - Math.toDegrees(Math.atan2(3 + eye.discY, eye.discX));
    assertTrue(start > 80 && start < straight - 10, start + " of " + straight);
  }
}
