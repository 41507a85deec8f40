package sc.fiji.cavga.method.disc.teaching.painting;

import java.util.List;
import sc.fiji.cavga.method.disc.teaching.camera.CameraChanges;
import sc.fiji.cavga.method.disc.teaching.camera.PaintedDisc;
import sc.fiji.cavga.phantom.drawing.RandomStream;

/**
 * Paints cups of known outlines into real discs whose own cups were taken away, so that no cup has
 * to be outlined by a person. The same stream gives the same bits.
 */
public final class SyntheticCups {

  /** How often a cup is as pale as the disc's own was. */
  private static final double OWN_PALLOR = 0.65;

  private static final double BORDERED = 0.3;
  private static final double CROPPED = 0.15;

  private final List<CleanDisc> discs;
  private final int size;

  /**
   * @param discs into which is painted
   * @param size width and height of what is painted, in pixels
   */
  public SyntheticCups(List<CleanDisc> discs, int size) {
    this.discs = discs;
    this.size = size;
  }

  /** A disc that is drawn from all, with a cup. */
  public PaintedDisc paint(RandomStream random) {
    CleanDisc disc = discs.get(random.integer(0, discs.size() - 1));
    Canvas canvas = Canvas.draw(random, disc.outline, size);
    VesselDisplacement vessels = VesselDisplacement.draw(random, canvas, disc.vesselSide);
    float[][] light = new float[3][];
    for (int c = 0; c < 3; c++) light[c] = canvas.sampled(disc.clean(c));
    CleanDisc pale =
        random.chance(OWN_PALLOR) ? disc : discs.get(random.integer(0, discs.size() - 1));
    Pallor.add(random, canvas, pale.pallor, light);
    Relief relief = new Relief(random, canvas, light);
    relief.addEdge();
    relief.addTint();
    relief.addLamina(vessels.floor);
    Atrophy.add(random, canvas, light);
    float[] gain = vessels.gain(random);
    for (int c = 0; c < 3; c++) VesselDisplacement.add(disc.detail(c), vessels, gain, light[c]);
    VesselTrunk.add(random, canvas, disc.vesselSide, light);
    double white = random.chance(1 / 3.0) ? 0.9 : 1;
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < light[c].length; i++)
        light[c][i] = (float) Math.min(white, StrictMath.exp(light[c][i]));
    }
    CameraChanges.colour(random, light);
    double diameter = 2 * canvas.scale;
    CameraChanges.outOfFocus(random, light, diameter, 0.2, 0.09);
    CameraChanges.blurAndNoise(random, light, diameter);
    return PaintedDisc.of(light, fieldOfView(random, canvas, disc), canvas.disc, canvas.cup);
  }

  /** As where a disc lies near the picture's edge, or somebody has cropped the picture to it. */
  private float[] fieldOfView(RandomStream random, Canvas canvas, CleanDisc disc) {
    float[] inside = canvas.sampled(disc.fieldOfView());
    for (int i = 0; i < inside.length; i++) inside[i] = inside[i] > 0.5f ? 1 : 0;
    if (random.chance(BORDERED)) {
      double edge = random.uniform(1.12, 2);
      float[] along = random.chance(0.5) ? canvas.x : canvas.y;
      double sign = random.sign();
      for (int i = 0; i < inside.length; i++) if (!(sign * along[i] < edge)) inside[i] = 0;
    }
    if (random.chance(CROPPED)) {
      double edge = random.uniform(1.15, 1.6);
      for (int i = 0; i < inside.length; i++)
        if (!(Math.abs(canvas.x[i]) < edge && Math.abs(canvas.y[i]) < edge)) inside[i] = 0;
    }
    return inside;
  }
}
