package sc.fiji.cavga.phantom.anatomy;

import java.util.List;
import sc.fiji.cavga.phantom.drawing.Frame;
import sc.fiji.cavga.phantom.drawing.Light;
import sc.fiji.cavga.phantom.drawing.Plane;
import sc.fiji.cavga.phantom.drawing.Shape;

/**
 * Turns centre lines into optical density: more where the vessel is thicker, less where it is finer
 * than a pixel, with the bright reflex along the middle of the arteries.
 */
public final class VesselPainter {

  private static final double ARTERY_DENSITY = 0.52;
  private static final double VEIN_DENSITY = 0.78;
  private static final double ARTERY_REFLEX = 0.30;
  private static final double VEIN_REFLEX = 0.10;

  private final Frame frame;
  private final Plane arteries;
  private final Plane veins;
  private final Plane reflexes;

  public VesselPainter(Frame frame, List<Vessel> vessels) {
    this.frame = frame;
    arteries = new Plane(frame.width, frame.height);
    veins = new Plane(frame.width, frame.height);
    reflexes = new Plane(frame.width, frame.height);
    for (Vessel vessel : vessels) trace(vessel);
  }

  private void trace(Vessel vessel) {
    Plane density = vessel.artery ? arteries : veins;
    double peak = vessel.artery ? ARTERY_DENSITY : VEIN_DENSITY;
    double shine = vessel.artery ? ARTERY_REFLEX : VEIN_REFLEX;
    for (int k = 1; k < vessel.size(); k++) {
      double x0 = frame.column(vessel.x(k - 1), vessel.y(k - 1));
      double y0 = frame.row(vessel.x(k - 1), vessel.y(k - 1));
      double x1 = frame.column(vessel.x(k), vessel.y(k));
      double y1 = frame.row(vessel.x(k), vessel.y(k));
      double radius = 0.5 * vessel.diameter(k) / frame.millimetresPerPixel();
      segment(density, x0, y0, x1, y1, radius, peak, shine);
    }
  }

  private void segment(
      Plane density,
      double x0,
      double y0,
      double x1,
      double y1,
      double radius,
      double peak,
      double shine) {
    // A vessel finer than a pixel is smeared over one and so much paler.
    double drawn = Math.sqrt(radius * radius + 0.3);
    double depth = peak * Math.min(1, 0.25 + 0.42 * radius) * radius / drawn;
    double glint = shine * Shape.step(0.7, 1.8, radius);
    double reach = drawn + 1.2;
    int left = (int) Math.max(0, Math.floor(Math.min(x0, x1) - reach));
    int right = (int) Math.min(density.width - 1, Math.ceil(Math.max(x0, x1) + reach));
    int top = (int) Math.max(0, Math.floor(Math.min(y0, y1) - reach));
    int bottom = (int) Math.min(density.height - 1, Math.ceil(Math.max(y0, y1) + reach));
    double dx = x1 - x0;
    double dy = y1 - y0;
    double lengthSquared = dx * dx + dy * dy + 1e-12;
    for (int y = top; y <= bottom; y++)
      for (int x = left; x <= right; x++) {
        double along = Shape.clamp(((x - x0) * dx + (y - y0) * dy) / lengthSquared, 0, 1);
        double offX = x - x0 - along * dx;
        double offY = y - y0 - along * dy;
        double off = Math.sqrt(offX * offX + offY * offY);
        density.raise(x, y, depth * Shape.step(drawn + 0.7, drawn - 0.9, off));
        if (glint > 0) reflexes.raise(x, y, glint * Shape.bell(off, 0.35 * radius + 0.25));
      }
  }

  /** Takes away the light that blood absorbs, and adds the vessels' reflexes. */
  public void paint(Light light) {
    for (int i = 0; i < arteries.values.length; i++) {
      double artery = arteries.values[i];
      double vein = veins.values[i];
      if (artery == 0 && vein == 0) continue;
      // Where one crosses the other, the upper one hides most of the lower one.
      double blood = Math.max(artery, vein) + 0.35 * Math.min(artery, vein);
      light.absorb(i, blood, Light.Absorber.BLOOD);
      double shine = 1 + reflexes.values[i];
      light.scale(i, shine, shine, shine);
    }
  }
}
