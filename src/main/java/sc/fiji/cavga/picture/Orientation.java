package sc.fiji.cavga.picture;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** Turns a picture the way its camera was held. */
public final class Orientation {

  private Orientation() {}

  /**
   * A view of the picture, upright.
   *
   * @param orientation as in EXIF, 1 to 8
   */
  public static Picture upright(Picture picture, int orientation) {
    if (orientation <= 1 || orientation > 8) return picture;
    return turned(picture, orientation).turnedFrom(orientation);
  }

  /** The same for any turn that brings a picture of that orientation upright. */
  static Picture turned(Picture picture, int orientation) {
    PixelView.Source source = PixelView.source(picture.pixels());
    RandomAccessibleInterval<FloatType> turned =
        source instanceof InterleavedBytes
            ? ((InterleavedBytes) source)
                .turned(swaps(orientation), mirrorsX(orientation), mirrorsY(orientation))
            : upright(picture.pixels(), orientation);
    return picture.with(turned, turned(picture.pixelSize(), orientation));
  }

  static PixelSize turned(PixelSize size, int orientation) {
    return swaps(orientation) ? new PixelSize(size.height(), size.width(), size.unit()) : size;
  }

  /** What brings an upright picture back: a quarter to one side undoes one to the other. */
  static int inverse(int orientation) {
    return orientation == 6 || orientation == 8 ? 14 - orientation : orientation;
  }

  /** Whether width and height change places. */
  public static boolean swaps(int orientation) {
    return orientation >= 5 && orientation <= 8;
  }

  /** Whether left and right change places, after width and height have. */
  static boolean mirrorsX(int orientation) {
    return orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
  }

  /** Whether top and bottom change places, after width and height have. */
  static boolean mirrorsY(int orientation) {
    return orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
  }

  /**
   * A view of an image, upright.
   *
   * @param image X and Y are its first axes
   * @param orientation as in EXIF, 1 to 8
   */
  public static <T> RandomAccessibleInterval<T> upright(
      RandomAccessibleInterval<T> image, int orientation) {
    RandomAccessibleInterval<T> view = image;
    if (swaps(orientation)) view = Views.permute(view, 0, 1);
    if (mirrorsX(orientation)) view = Views.invertAxis(view, 0);
    if (mirrorsY(orientation)) view = Views.invertAxis(view, 1);
    return Views.zeroMin(view);
  }
}
