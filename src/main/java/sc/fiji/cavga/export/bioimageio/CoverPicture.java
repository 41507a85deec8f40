package sc.fiji.cavga.export.bioimageio;

import ij.process.ColorProcessor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.preprocess.BackToPicture;
import sc.fiji.cavga.preprocess.PictureMap;
import sc.fiji.cavga.render.HeatMap;
import sc.fiji.cavga.render.OverlayFormat;
import sc.fiji.cavga.render.ReducedPhotograph;

/**
 * A package's cover, twice as wide as high: a made picture, and beside it the same with its map.
 */
final class CoverPicture {

  private static final OverlayFormat FORMAT = OverlayFormat.JPEG;
  private static final int BACKGROUND = 0xff000000;

  private CoverPicture() {}

  static String name() {
    return "cover" + FORMAT.extension();
  }

  /** A file's content. */
  static byte[] of(TestArrays test) throws IOException {
    Picture picture = test.photograph();
    ColorProcessor plain = ReducedPhotograph.of(picture);
    ColorProcessor marked = (ColorProcessor) plain.duplicate();
    PictureMap map = BackToPicture.of(test.shown().map(), test.shown().placement());
    HeatMap.paint(
        marked, picture.width(), picture.height(), map::rowAbove, map.width(), map.height());
    int side = Math.max(picture.width(), picture.height());
    ColorProcessor cover = new ColorProcessor(2 * side, side);
    cover.setColor(BACKGROUND);
    cover.fill();
    int left = (side - picture.width()) / 2;
    int top = (side - picture.height()) / 2;
    cover.insert(plain, left, top);
    cover.insert(marked, side + left, top);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    FORMAT.write(cover, bytes);
    return bytes.toByteArray();
  }
}
