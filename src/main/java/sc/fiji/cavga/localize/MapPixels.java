package sc.fiji.cavga.localize;

import net.imglib2.Cursor;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** A map's values, row by row. */
public final class MapPixels {

  private MapPixels() {}

  /** The map's own array where it is kept in one, else a copy; not to be changed. */
  public static float[] of(Img<FloatType> map) {
    if (map instanceof ArrayImg) {
      Object access = ((ArrayImg<FloatType, ?>) map).update(null);
      if (access instanceof FloatArray) return ((FloatArray) access).getCurrentStorageArray();
    }
    float[] pixels = new float[Math.toIntExact(map.size())];
    Cursor<FloatType> cursor = Views.flatIterable(map).cursor();
    for (int i = 0; i < pixels.length; i++) pixels[i] = cursor.next().get();
    return pixels;
  }
}
