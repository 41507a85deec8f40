package sc.fiji.cavga.picture;

import java.util.Objects;

/** The physical width and height of a pixel, so that areas can be given in the picture's unit. */
public final class PixelSize {

  /** One pixel is one pixel: the picture says nothing about physical size. */
  public static final PixelSize UNKNOWN = new PixelSize(1, 1, "pixel");

  private final double width;
  private final double height;
  private final String unit;

  /**
   * @param width of a pixel in {@code unit}, positive
   * @param height of a pixel in {@code unit}, positive
   * @param unit such as "mm", "µm" or "pixel"
   */
  public PixelSize(double width, double height, String unit) {
    if (!(width > 0) || !(height > 0))
      throw new IllegalArgumentException("A pixel's width and height are positive numbers.");
    this.width = width;
    this.height = height;
    this.unit = Objects.requireNonNull(unit);
  }

  /** Whether the picture says how large a pixel is. */
  public boolean isKnown() {
    return !unit.equals(UNKNOWN.unit);
  }

  public double width() {
    return width;
  }

  public double height() {
    return height;
  }

  public String unit() {
    return unit;
  }
}
