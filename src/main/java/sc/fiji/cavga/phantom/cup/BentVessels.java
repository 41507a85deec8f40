package sc.fiji.cavga.phantom.cup;

import java.util.List;
import java.util.stream.Collectors;
import sc.fiji.cavga.phantom.anatomy.Vessel;
import sc.fiji.cavga.phantom.drawing.Eye;
import sc.fiji.cavga.phantom.drawing.RandomStream;
import sc.fiji.cavga.phantom.drawing.Shape;

/**
 * Lets vessels follow the shape of the disc: they come up at the nasal wall of the cup, bend where
 * they climb over its edge, and small ones begin at the edge. All come up from the depth, where
 * they are seen narrower.
 */
public final class BentVessels {

  /** Inside it are the beginnings of the large vessels alone. */
  private static final double TRUNK_START = 0.4;

  /** Of its later width, where a vessel comes into sight. */
  private static final double FIRST_WIDTH = 0.45;

  /** How much of its width a vessel gains from one point to the next. */
  private static final double EMERGENCE = 0.12;

  private final Eye eye;
  private final DrawnOutlines outlines;
  private final RandomStream random;
  private final double origin;

  private BentVessels(Eye eye, DrawnOutlines outlines, long seed) {
    this.eye = eye;
    this.outlines = outlines;
    random = new RandomStream(seed, "bends");
    origin = Shape.clamp(outlines.cupEdge(0) - random.uniform(0.12, 0.32), 0.06, 0.62);
  }

  /** The vessels with their bends; those given stay as they are. */
  public static List<Vessel> of(List<Vessel> vessels, Eye eye, DrawnOutlines outlines, long seed) {
    BentVessels bent = new BentVessels(eye, outlines, seed);
    return vessels.stream().map(bent::bend).collect(Collectors.toList());
  }

  private Vessel bend(Vessel straight) {
    Vessel vessel = new Vessel(straight.artery);
    double aside = random.sign() * random.uniform(0.05, 0.15);
    double emerged = FIRST_WIDTH;
    boolean trunk = outlines.distance(straight.x(0), straight.y(0)) < TRUNK_START;
    for (int k = 0; k < straight.size(); k++) {
      double distance = outlines.distance(straight.x(k), straight.y(k));
      if (distance >= 1.4) {
        vessel.add(straight.x(k), straight.y(k), straight.diameter(k));
        continue;
      }
      double shift = trunk ? origin * Shape.step(1.3, 0.1, distance) : 0;
      double x = straight.x(k) + shift * eye.discRadius;
      double y = straight.y(k);
      double direction = outlines.direction(x, y);
      double beyond = outlines.distance(x, y) - outlines.cupEdge(direction);
      if (!trunk && beyond < -0.06) continue;
      // Deep cups bend them more.
      double deep = Shape.step(0.06, -0.14, beyond) * Math.min(1, outlines.verticalRatio() / 0.6);
      double turned = aside * deep * eye.discRadius;
      vessel.add(
          x - turned * StrictMath.sin(direction),
          y + turned * StrictMath.cos(direction),
          straight.diameter(k) * (1 - 0.2 * deep) * emerged);
      emerged = Math.min(1, emerged + EMERGENCE);
    }
    return vessel;
  }
}
