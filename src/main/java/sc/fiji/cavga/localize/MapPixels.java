package sc.fiji.cavga.localize;

import net.imglib2.Cursor;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import sc.fiji.cavga.picture.PixelView;

/** A map's values, row by row. */
public final class MapPixels {

  private MapPixels() {}

  /** The map's own array where it is kept in one, else a copy; not to be changed. */
  public static float[] of(Img<FloatType> map) {
    return PixelView.array(map).orElseGet(() -> copied(map));
  }

  private static float[] copied(Img<FloatType> map) {
    float[] pixels = new float[Math.toIntExact(map.size())];
    Cursor<FloatType> cursor = Views.flatIterable(map).cursor();
    for (int i = 0; i < pixels.length; i++) pixels[i] = cursor.next().get();
    return pixels;
  }
}
