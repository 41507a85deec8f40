package sc.fiji.cavga.picture;

import java.util.Objects;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * One photograph as the core sees it: pixel values between 0 (black) and 1 (the file's white),
 * whatever the file held.
 *
 * <p>The pixels are usually a converting view of an ImageJ or Bio-Formats picture, so that opening
 * a large file does not cost four bytes a sample more.
 */
public final class Picture {

  private final String name;
  private final RandomAccessibleInterval<FloatType> pixels;
  private final PixelSize pixelSize;
  private final Laterality side;

  /**
   * @param name what to call the picture in tables and messages
   * @param pixels axes (X,Y,C) with zero minimum, one channel (grey) or three (red, green, blue),
   *     values in 0 to 1
   * @param pixelSize the physical size of a pixel, or {@link PixelSize#UNKNOWN}
   */
  public Picture(String name, RandomAccessibleInterval<FloatType> pixels, PixelSize pixelSize) {
    this(name, pixels, pixelSize, Laterality.UNKNOWN);
  }

  private Picture(
      String name,
      RandomAccessibleInterval<FloatType> pixels,
      PixelSize pixelSize,
      Laterality side) {
    this.side = Objects.requireNonNull(side);
    this.name = Objects.requireNonNull(name);
    this.pixels = Objects.requireNonNull(pixels);
    this.pixelSize = Objects.requireNonNull(pixelSize);
    if (pixels.numDimensions() != 3 || (pixels.dimension(2) != 1 && pixels.dimension(2) != 3))
      throw new IllegalArgumentException(
          "A picture needs the axes X, Y and channel, with one channel or three.");
    for (int d = 0; d < 3; d++)
      if (pixels.min(d) != 0)
        throw new IllegalArgumentException("A picture's axes start at zero; use Views.zeroMin.");
  }

  public String name() {
    return name;
  }

  /** Axes (X,Y,C), zero minimum, values in 0 to 1. */
  public RandomAccessibleInterval<FloatType> pixels() {
    return pixels;
  }

  public int width() {
    return (int) pixels.dimension(0);
  }

  public int height() {
    return (int) pixels.dimension(1);
  }

  /** One (grey) or three (red, green, blue). */
  public int channels() {
    return (int) pixels.dimension(2);
  }

  public PixelSize pixelSize() {
    return pixelSize;
  }

  /** Which eye it shows, where somebody has said so. */
  public Laterality side() {
    return side;
  }

  /** The same of a known eye. */
  public Picture withSide(Laterality known) {
    return new Picture(name, pixels, pixelSize, known);
  }
}
