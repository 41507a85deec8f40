package sc.fiji.cavga.evaluate;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;
import sc.fiji.cavga.evaluate.metric.Evaluation;

/** Maps and masks as the row-major arrays that {@link Evaluation} takes. */
public final class PixelArrays {

  private PixelArrays() {}

  /**
   * @param map axes (X,Y), of any origin
   * @return [H,W]
   */
  public static float[] values(RandomAccessibleInterval<? extends RealType<?>> map) {
    float[] values = new float[length(map)];
    Cursor<? extends RealType<?>> cursor = Views.flatIterable(map).cursor();
    for (int i = 0; i < values.length; i++) values[i] = cursor.next().getRealFloat();
    return values;
  }

  /**
   * @param mask axes (X,Y), of any origin
   * @return [H,W]
   */
  public static boolean[] mask(RandomAccessibleInterval<BitType> mask) {
    boolean[] values = new boolean[length(mask)];
    Cursor<BitType> cursor = Views.flatIterable(mask).cursor();
    for (int i = 0; i < values.length; i++) values[i] = cursor.next().get();
    return values;
  }

  private static int length(RandomAccessibleInterval<?> pixels) {
    long length = pixels.dimension(0) * pixels.dimension(1);
    if (pixels.numDimensions() != 2 || length > Integer.MAX_VALUE - 8)
      throw new IllegalArgumentException(
          "A map or mask must have two axes and less than 2 147 483 639 pixels.");
    return (int) length;
  }
}
