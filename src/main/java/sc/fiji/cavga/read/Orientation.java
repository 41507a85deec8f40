package sc.fiji.cavga.read;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;

/** Turns a picture the way its camera was held. */
final class Orientation {

  private Orientation() {}

  /**
   * A view of the picture, upright.
   *
   * @param orientation as in EXIF, 1 to 8
   */
  static Picture upright(Picture picture, int orientation) {
    if (orientation <= 1 || orientation > 8) return picture;
    boolean swapped = orientation >= 5;
    boolean mirrorX = orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
    boolean mirrorY = orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
    RandomAccessibleInterval<FloatType> view = picture.pixels();
    if (swapped) view = Views.permute(view, 0, 1);
    if (mirrorX) view = Views.invertAxis(view, 0);
    if (mirrorY) view = Views.invertAxis(view, 1);
    PixelSize size = picture.pixelSize();
    if (swapped) size = new PixelSize(size.height(), size.width(), size.unit());
    return picture.with(Views.zeroMin(view), size);
  }
}
