package sc.fiji.cavga.method.disc.outline;

import sc.fiji.cavga.plane.ConnectedComponents;
import sc.fiji.cavga.preprocess.Placement;
import sc.fiji.cavga.preprocess.PreparedPicture;

/** Where a disc lies in a picture, and how large it is. Immutable. */
public final class DiscPlace {

  /** In pixels of the square: what is smaller is no disc that anything could be said of. */
  private static final int LEAST_AREA = 12;

  private final double x;
  private final double y;
  private final double diameter;
  private final double certainty;
  private final double cutOff;
  private final boolean[] inside;

  private DiscPlace(
      double x, double y, double diameter, double certainty, double cutOff, boolean[] inside) {
    this.x = x;
    this.y = y;
    this.diameter = diameter;
    this.certainty = certainty;
    this.cutOff = cutOff;
    this.inside = inside;
  }

  /**
   * The largest connected part of a square in which a probability exceeds a threshold.
   *
   * @param probabilities [H,W]
   * @return null where there is none that is large enough to be a disc
   */
  public static DiscPlace largest(float[] probabilities, double threshold, PreparedPicture square) {
    int size = square.size();
    ConnectedComponents parts =
        ConnectedComponents.touching(i -> probabilities[i] > threshold, size * size, size);
    int[] areas = parts.areas();
    int largest = 0;
    for (int part = 1; part < areas.length; part++)
      if (largest == 0 || areas[part] > areas[largest]) largest = part;
    if (largest == 0 || areas[largest] < LEAST_AREA) return null;
    boolean[] inside = new boolean[size * size];
    double sumX = 0;
    double sumY = 0;
    double sum = 0;
    int[] labels = parts.labels();
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] != largest) continue;
      inside[i] = true;
      sumX += i % size + 0.5;
      sumY += i / size + 0.5;
      sum += probabilities[i];
    }
    int area = areas[largest];
    Placement placement = square.placement();
    double scale = placement.side() / size;
    return new DiscPlace(
        placement.left() + sumX / area * scale,
        placement.top() + sumY / area * scale,
        2 * Math.sqrt(area / Math.PI) * scale,
        sum / area,
        cutOff(inside, square.fieldOfView(), size),
        inside);
  }

  /** The share of the outline's pixels that lie at the field of view's edge or at the square's. */
  private static double cutOff(boolean[] inside, float[] fieldOfView, int size) {
    int outline = 0;
    int cut = 0;
    for (int i = 0; i < inside.length; i++) {
      if (!inside[i]) continue;
      boolean atEdge = false;
      boolean atOutline = false;
      for (int side = 0; side < 4; side++) {
        int x = i % size + (side == 0 ? -1 : side == 1 ? 1 : 0);
        int y = i / size + (side == 2 ? -1 : side == 3 ? 1 : 0);
        boolean outside = x < 0 || y < 0 || x >= size || y >= size;
        if (outside || !(fieldOfView[y * size + x] > 0)) atEdge = true;
        else if (!inside[y * size + x]) atOutline = true;
      }
      if (atEdge || atOutline) outline++;
      if (atEdge) cut++;
    }
    return outline == 0 ? 0 : (double) cut / outline;
  }

  /** Of the disc's middle, in the picture's own pixels. */
  public double x() {
    return x;
  }

  /** Of the disc's middle, in the picture's own pixels. */
  public double y() {
    return y;
  }

  /** Of the circle with the disc's area, in the picture's own pixels. */
  public double diameter() {
    return diameter;
  }

  /** The mean probability inside, 0 to 1. */
  public double certainty() {
    return certainty;
  }

  /** The share of the disc's outline that lies where the picture ends, 0 to 1. */
  public double cutOff() {
    return cutOff;
  }

  /** [H,W] of the square that was looked at; the array itself. */
  public boolean[] inside() {
    return inside;
  }
}
