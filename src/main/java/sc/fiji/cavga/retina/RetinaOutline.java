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
  private final ReducedPicture grid;
  private final float[] depth;
  private final float rim;
  private final RealInterval bounds;

  /**
   * @param depth distance of each cell's middle to the outside, in cells, row by row
   * @param rim the depth, in cells, at which the field of view begins
   */
  RetinaOutline(
      int pictureWidth, int pictureHeight, ReducedPicture grid, float[] depth, float rim) {
    this.pictureWidth = pictureWidth;
    this.pictureHeight = pictureHeight;
    this.grid = grid;
    this.depth = depth;
    this.rim = rim;
    this.bounds = boundsOfDeepCells();
  }

  @Override
  public boolean contains(long x, long y) {
    if (x < 0 || y < 0 || x >= pictureWidth || y >= pictureHeight) return false;
    double column = (x - grid.left + 0.5) / grid.cell - 0.5;
    double row = (y - grid.top + 0.5) / grid.cell - 0.5;
    return ReducedPicture.between(depth, grid.columns, column, row) >= rim;
  }

  @Override
  public RealInterval bounds() {
    return bounds;
  }

  private RealInterval boundsOfDeepCells() {
    CellBounds deep = CellBounds.of(i -> depth[i] >= rim, depth.length, grid.columns);
    double cell = grid.cell;
    return FinalRealInterval.createMinMax(
        grid.left + deep.left * cell,
        grid.top + deep.top * cell,
        Math.min(pictureWidth, grid.left + deep.right * cell),
        Math.min(pictureHeight, grid.top + deep.bottom * cell));
  }
}
