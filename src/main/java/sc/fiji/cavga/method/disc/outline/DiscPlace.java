package sc.fiji.cavga.method.disc.outline;

import sc.fiji.cavga.plane.ConnectedComponents;
import sc.fiji.cavga.preprocess.Placement;
import sc.fiji.cavga.preprocess.PreparedPicture;

/** Where a disc lies in a picture, and how large it is. Immutable. */
public final class DiscPlace {

  /** In pixels of the square: what is smaller is no disc that anything could be said of. */
  static final int LEAST_AREA = 12;

  private final double x;
  private final double y;
  private final double diameter;
  private final double certainty;
  private final double cutOff;
  private final double elongation;
  private final double roundness;
  private final boolean[] inside;

  private DiscPlace(
      double x,
      double y,
      double diameter,
      double certainty,
      double cutOff,
      double elongation,
      double roundness,
      boolean[] inside) {
    this.x = x;
    this.y = y;
    this.diameter = diameter;
    this.certainty = certainty;
    this.cutOff = cutOff;
    this.elongation = elongation;
    this.roundness = roundness;
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
    int largest = parts.largest();
    if (largest == 0 || areas[largest] < LEAST_AREA) return null;
    boolean[] inside = new boolean[size * size];
    double sumX = 0;
    double sumY = 0;
    double sum = 0;
    double squaresX = 0;
    double squaresY = 0;
    double products = 0;
    int[] labels = parts.labels();
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] != largest) continue;
      inside[i] = true;
      sumX += i % size + 0.5;
      sumY += i / size + 0.5;
      sum += probabilities[i];
      squaresX += (i % size + 0.5) * (i % size + 0.5);
      squaresY += (i / size + 0.5) * (i / size + 0.5);
      products += (i % size + 0.5) * (i / size + 0.5);
    }
    int area = areas[largest];
    double spreadX = squaresX / area - sumX / area * (sumX / area);
    double spreadY = squaresY / area - sumY / area * (sumY / area);
    double common = products / area - sumX / area * (sumY / area);
    double determinant = Math.max(0, spreadX * spreadY - common * common);
    double mean = (spreadX + spreadY) / 2;
    double difference = Math.sqrt(Math.max(0, mean * mean - determinant));
    Placement placement = square.placement();
    double scale = placement.side() / size;
    return new DiscPlace(
        placement.left() + sumX / area * scale,
        placement.top() + sumY / area * scale,
        2 * Math.sqrt(area / Math.PI) * scale,
        sum / area,
        cutOff(inside, square.fieldOfView(), size),
        Math.sqrt((mean + difference) / Math.max(1e-9, mean - difference)),
        area / (4 * Math.PI * Math.sqrt(Math.max(1e-9, determinant))),
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

  /** Of the ellipse with the disc's moments, the longer axis by the shorter one. */
  public double elongation() {
    return elongation;
  }

  /** The disc's area by that of the ellipse with its moments: 1 for an ellipse, less for others. */
  public double roundness() {
    return roundness;
  }

  /** [H,W] of the square that was looked at; the array itself. */
  public boolean[] inside() {
    return inside;
  }
}
