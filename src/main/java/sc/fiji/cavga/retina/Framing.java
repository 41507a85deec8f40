package sc.fiji.cavga.retina;

import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.plane.ConnectedComponents;

/** How the bright part of a picture lies in its dark surround. Immutable. */
public final class Framing {

  private final boolean round;
  private final double secondRegion;
  private final double brightest;

  private Framing(boolean round, double secondRegion, double brightest) {
    this.round = round;
    this.secondRegion = secondRegion;
    this.brightest = brightest;
  }

  /**
   * @param found what {@link FieldOfViewFinder#find} has found in the picture
   */
  public static Framing of(Picture picture, FieldOfView found) {
    BrightRegion region = BrightRegion.of(picture);
    ReducedPicture reduced = region.reduced;
    return new Framing(
        found instanceof RetinaDisc,
        Math.max(
            secondRegion(reduced.values, region, reduced.columns),
            TouchingEyes.in(picture).smaller),
        region.brightest);
  }

  private static double secondRegion(float[] values, BrightRegion region, int columns) {
    boolean[] largest = region.inside;
    int[] areas =
        ConnectedComponents.sideBySide(
                i -> values[i] >= region.level && !largest[i], values.length, columns)
            .areas();
    int second = 0;
    for (int part = 1; part < areas.length; part++) second = Math.max(second, areas[part]);
    return region.size == 0 ? 0 : second / (double) region.size;
  }

  /** Whether a disc was found in a dark surround. */
  public boolean isRound() {
    return round;
  }

  /**
   * How large the second largest bright region is, or the smaller of two eyes that touch, as a
   * share of the largest.
   */
  public double secondRegion() {
    return secondRegion;
  }

  /** What the brightest channel reaches in the brightest places, 0 to 1. */
  public double brightest() {
    return brightest;
  }
}
