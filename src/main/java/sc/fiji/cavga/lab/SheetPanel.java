package sc.fiji.cavga.lab;

import ij.process.ColorProcessor;
import java.util.Optional;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.BitType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import sc.fiji.cavga.localize.Localization;
import sc.fiji.cavga.localize.MapPixels;
import sc.fiji.cavga.localize.Regions;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.render.HeatMap;
import sc.fiji.cavga.render.Outlines;
import sc.fiji.cavga.render.ReducedPhotograph;

/** The pictures that a contact sheet shows of one photograph, at the photograph's own size. */
final class SheetPanel {

  private static final int WHITE = 0xffffff;

  private SheetPanel() {}

  /** With the map over it and its regions outlined. */
  static ColorProcessor map(Picture picture, Localization localization) {
    ColorProcessor image = ReducedPhotograph.of(picture);
    float[] map = MapPixels.of(localization.map());
    HeatMap.paint(image, picture.width(), picture.height(), map, localization.width());
    boolean[] marked = new boolean[map.length];
    for (int i = 0; i < map.length; i++) marked[i] = map[i] > Regions.THRESHOLD;
    return outlined(image, marked);
  }

  /** With the mask's outline, where there is a mask. */
  static ColorProcessor lesions(Picture picture, Optional<RandomAccessibleInterval<BitType>> mask) {
    ColorProcessor image = ReducedPhotograph.of(picture);
    return mask.isEmpty() ? image : outlined(image, marked(mask.get()));
  }

  /** Row by row, whatever the mask's origin. */
  private static boolean[] marked(RandomAccessibleInterval<BitType> mask) {
    boolean[] marked = new boolean[(int) Intervals.numElements(mask)];
    Cursor<BitType> cursor = Views.flatIterable(mask).cursor();
    for (int i = 0; i < marked.length; i++) marked[i] = cursor.next().get();
    return marked;
  }

  private static ColorProcessor outlined(ColorProcessor image, boolean[] marked) {
    new Outlines(marked, image.getWidth()).drawOutside((int[]) image.getPixels(), WHITE);
    return image;
  }
}
