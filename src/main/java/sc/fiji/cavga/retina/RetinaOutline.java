package sc.fiji.cavga.retina;

import net.imglib2.FinalRealInterval;
import net.imglib2.RealInterval;

/**
 * A retina of any shape: the depth below its rim on a coarse grid, read between the grid's points,
 * so that the outline is smooth in the picture's pixels.
 */
final class RetinaOutline implements BoundedFieldOfView {

  private final int pictureWidth;
  private final int pictureHeight;
  private final int cell;
  private final int columns;
  private final float[] depth;
  private final float rim;
  private final RealInterval bounds;

  /**
   * @param cell width and height of a grid cell in picture pixels
   * @param columns cells in a row
   * @param depth distance of each cell's middle to the outside, in cells, row by row
   * @param rim the depth, in cells, at which the field of view begins
   */
  RetinaOutline(
      int pictureWidth, int pictureHeight, int cell, int columns, float[] depth, float rim) {
    this.pictureWidth = pictureWidth;
    this.pictureHeight = pictureHeight;
    this.cell = cell;
    this.columns = columns;
    this.depth = depth;
    this.rim = rim;
    this.bounds = boundsOfDeepCells();
  }

  @Override
  public boolean contains(long x, long y) {
    if (x < 0 || y < 0 || x >= pictureWidth || y >= pictureHeight) return false;
    return ReducedPicture.between(depth, columns, (x + 0.5) / cell - 0.5, (y + 0.5) / cell - 0.5)
        >= rim;
  }

  @Override
  public RealInterval bounds() {
    return bounds;
  }

  private RealInterval boundsOfDeepCells() {
    int left = columns;
    int right = -1;
    int top = Integer.MAX_VALUE;
    int bottom = -1;
    for (int i = 0; i < depth.length; i++)
      if (depth[i] >= rim) {
        left = Math.min(left, i % columns);
        right = Math.max(right, i % columns);
        top = Math.min(top, i / columns);
        bottom = Math.max(bottom, i / columns);
      }
    if (right < 0) throw new IllegalArgumentException("An outline needs an inside.");
    return FinalRealInterval.createMinMax(
        (double) left * cell,
        (double) top * cell,
        Math.min(pictureWidth, (right + 1.0) * cell),
        Math.min(pictureHeight, (bottom + 1.0) * cell));
  }
}
