package sc.fiji.cavga.picture;

/**
 * The way from an upright picture to the same pixels as they lie in its file, which may be turned
 * and mirrored: where places, and planes of values, come to. The inverse of {@link Orientation}.
 * Immutable.
 */
public final class Turn {

  private final int orientation;
  private final int width;
  private final int height;
  private final boolean swaps;
  private final boolean mirrorsX;
  private final boolean mirrorsY;

  private Turn(int orientation, int width, int height) {
    this.orientation = orientation;
    this.swaps = Orientation.swaps(orientation);
    this.mirrorsX = Orientation.mirrorsX(orientation);
    this.mirrorsY = Orientation.mirrorsY(orientation);
    this.width = swaps ? height : width;
    this.height = swaps ? width : height;
  }

  /** That leaves everything where it is. */
  public static Turn none(int width, int height) {
    return new Turn(1, width, height);
  }

  /**
   * @param orientation of the file's pixels as in EXIF, 1 to 8
   * @param width of the upright picture
   * @param height of the upright picture
   */
  public static Turn toFile(int orientation, int width, int height) {
    return new Turn(Orientation.inverse(orientation), width, height);
  }

  /**
   * The same for something else of the picture.
   *
   * @param uprightWidth before it is turned
   * @param uprightHeight before it is turned
   */
  public Turn ofSize(int uprightWidth, int uprightHeight) {
    return new Turn(orientation, uprightWidth, uprightHeight);
  }

  /** Whether everything stays where it is. */
  public boolean isNone() {
    return orientation == 1;
  }

  /** Whether width and height change places, so that rows become columns. */
  public boolean swaps() {
    return swaps;
  }

  /** Of what has been turned. */
  public int width() {
    return width;
  }

  /** Of what has been turned. */
  public int height() {
    return height;
  }

  /** Where a place of the upright picture comes to; pixel (x, y) covers x to x + 1, y to y + 1. */
  public double x(double x, double y) {
    double along = swaps ? y : x;
    return mirrorsX ? width - along : along;
  }

  /** As the other. */
  public double y(double x, double y) {
    double along = swaps ? x : y;
    return mirrorsY ? height - along : along;
  }

  /** The smallest x of an upright rectangle that has been turned. */
  public double left(double left, double top, double right, double bottom) {
    return Math.min(x(left, top), x(right, bottom));
  }

  /** The smallest y of an upright rectangle that has been turned. */
  public double top(double left, double top, double right, double bottom) {
    return Math.min(y(left, top), y(right, bottom));
  }

  /**
   * Where a pixel comes from.
   *
   * @param x of the pixel, after it was turned
   * @param y of the pixel, after it was turned
   * @return y · width + x of the upright picture
   */
  public int from(int x, int y) {
    int column = mirrorsX ? width - 1 - x : x;
    int row = mirrorsY ? height - 1 - y : y;
    return swaps ? column * height + row : row * width + column;
  }

  /** Of pixels that have been turned. */
  public PixelSize of(PixelSize size) {
    return Orientation.turned(size, orientation);
  }

  /** The picture with its pixels as they lie in its file; a view. */
  public Picture of(Picture upright) {
    return isNone() ? upright : Orientation.turned(upright, orientation);
  }
}
