package sc.fiji.cavga.method.local.gaussian;

/**
 * How far a picture's places lie from those of the mean picture, in whole pixels. What the mean
 * picture does not show is taken to be as its nearest row or column.
 */
public final class DiscOffset {

  private final int size;
  private final int right;
  private final int down;

  /**
   * @param size width and height of the picture in pixels
   * @param right from a place of the picture to that of the mean one
   * @param down from a place of the picture to that of the mean one
   */
  DiscOffset(int size, int right, int down) {
    this.size = size;
    this.right = right;
    this.down = down;
  }

  /** Of a picture that is taken as it lies. */
  static DiscOffset none(int size) {
    return new DiscOffset(size, 0, 0);
  }

  /** Where a row of the picture lies in the mean one. */
  public int row(int y) {
    return inside(y + down);
  }

  /** Where a column of the picture lies in the mean one. */
  public int column(int x) {
    return inside(x + right);
  }

  private int inside(int at) {
    return Math.min(Math.max(at, 0), size - 1);
  }
}
