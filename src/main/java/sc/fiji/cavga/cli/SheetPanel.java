package sc.fiji.cavga.cli;

import java.awt.image.BufferedImage;
import java.util.Optional;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import sc.fiji.cavga.image.Picture;
import sc.fiji.cavga.localize.HeatMap;
import sc.fiji.cavga.localize.Localization;

/** The pictures that a contact sheet shows of one photograph, at the photograph's own size. */
final class SheetPanel {

  private static final int WHITE = 0xffffff;

  private SheetPanel() {}

  static BufferedImage picture(Picture picture) {
    BufferedImage image =
        new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
    RandomAccess<FloatType> pixels = picture.pixels().randomAccess();
    for (int y = 0; y < image.getHeight(); y++)
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = 0;
        for (int c = 0; c < 3; c++) {
          pixels.setPosition(new int[] {x, y, Math.min(c, picture.channels() - 1)});
          rgb = rgb << 8 | Math.round(255 * Math.max(0, Math.min(1, pixels.get().get())));
        }
        image.setRGB(x, y, rgb);
      }
    return image;
  }

  /** With the map over it and its regions outlined. */
  static BufferedImage map(Picture picture, Localization localization) {
    BufferedImage image = picture(picture);
    RandomAccess<FloatType> map = localization.map().randomAccess();
    boolean[][] marked = new boolean[image.getHeight()][image.getWidth()];
    for (int y = 0; y < image.getHeight(); y++)
      for (int x = 0; x < image.getWidth(); x++) {
        map.setPosition(new int[] {x, y});
        float value = map.get().get();
        marked[y][x] = value > 1;
        image.setRGB(x, y, HeatMap.over(image.getRGB(x, y) & WHITE, value));
      }
    outline(image, marked);
    return image;
  }

  /** With the mask's outline, where there is a mask. */
  static BufferedImage lesions(Picture picture, Optional<RandomAccessibleInterval<BitType>> mask) {
    BufferedImage image = picture(picture);
    if (mask.isEmpty()) return image;
    RandomAccess<BitType> bits = Views.zeroMin(mask.get()).randomAccess();
    boolean[][] marked = new boolean[image.getHeight()][image.getWidth()];
    for (int y = 0; y < image.getHeight(); y++)
      for (int x = 0; x < image.getWidth(); x++) {
        bits.setPosition(new int[] {x, y});
        marked[y][x] = bits.get().get();
      }
    outline(image, marked);
    return image;
  }

  /** White pixels just outside, so that small lesions stay visible. */
  private static void outline(BufferedImage image, boolean[][] inside) {
    for (int y = 0; y < inside.length; y++)
      for (int x = 0; x < inside[y].length; x++)
        if (!inside[y][x] && touches(inside, x, y)) image.setRGB(x, y, WHITE);
  }

  private static boolean touches(boolean[][] inside, int x, int y) {
    return y > 0 && inside[y - 1][x]
        || y < inside.length - 1 && inside[y + 1][x]
        || x > 0 && inside[y][x - 1]
        || x < inside[y].length - 1 && inside[y][x + 1];
  }
}
