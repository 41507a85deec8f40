package sc.fiji.cavga.picture;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** ImgLib2's images as pictures, without copying, whatever their origin. */
public final class Pictures {

  private Pictures() {}

  /**
   * A picture of an image of numbers: whole numbers are scaled by their type's largest value,
   * others are taken as they are, black 0 and white 1.
   *
   * @param image axes (X,Y), or (X,Y,C) with one channel or three
   * @throws IllegalArgumentException with one sentence when the axes are others
   */
  public static <T extends RealType<T>> Picture of(String name, RandomAccessibleInterval<T> image) {
    int axes = image.numDimensions();
    if (axes != 2 && axes != 3)
      throw new IllegalArgumentException(
          "A picture has the axes X and Y, or X, Y and channel, not " + axes + " axes.");
    RandomAccessibleInterval<T> volume = axes == 2 ? Views.addDimension(image, 0, 0) : image;
    T type = image.getType();
    double white = type instanceof IntegerType ? type.getMaxValue() : 1;
    RandomAccessibleInterval<FloatType> pixels =
        Converters.convert(
            Views.zeroMin(volume),
            (in, out) -> out.setReal(in.getRealDouble() / white),
            new FloatType());
    return new Picture(name, pixels, PixelSize.UNKNOWN);
  }

  /**
   * A picture of an image of colours.
   *
   * @param image axes (X,Y)
   */
  public static Picture ofColours(String name, RandomAccessibleInterval<ARGBType> image) {
    RandomAccessibleInterval<ARGBType> plane = Views.zeroMin(image);
    return new Picture(
        name,
        PixelView.of(
            (int) plane.dimension(0),
            (int) plane.dimension(1),
            3,
            (x, y, channel) -> (plane.getAt(x, y).get() >> 16 - 8 * channel & 0xff) / 255f),
        PixelSize.UNKNOWN);
  }
}
