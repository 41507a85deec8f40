package sc.fiji.cavga.ui;

import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import sc.fiji.cavga.model.MapKind;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.render.HeatMap;
import sc.fiji.cavga.render.Rgb;
import sc.fiji.cavga.train.ValidationPreview;

/**
 * Held-out pictures, a row for each: as the network sees it, what the network makes of it, where
 * the two differ and where the network does not attend. The colours' ranges are the same in all
 * epochs and for all pictures.
 */
final class PreviewPicture {

  /** The difference that has the last colour; healthy pictures come to less when training ends. */
  static final float LARGEST_DIFFERENCE = 0.25f;

  private static final String[] TITLES = {
    "picture", "reconstruction", "difference (0 to 0.25)", "1 − attention (0 to 1)"
  };

  /** Smaller networks' pictures are shown enlarged, larger ones' reduced. */
  private static final int SHOWN = 144;

  private static final int GAP = 6;
  private static final int TITLE = 20;
  private static final int MOST_ROWS = 3;
  private static final int OUTSIDE = 0x303030;
  private static final int GROUND = 0x202020;

  private PreviewPicture() {}

  /** Of the size that later ones have, with titles alone, for a number of held-out pictures. */
  static ColorProcessor empty(int pictures) {
    int rows = Math.min(MOST_ROWS, pictures);
    int width = GAP + TITLES.length * (SHOWN + GAP);
    ColorProcessor canvas = new ColorProcessor(width, TITLE + rows * (SHOWN + GAP) + GAP);
    canvas.setColor(GROUND);
    canvas.fill();
    canvas.setAntialiasedText(true);
    canvas.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    canvas.setColor(Color.WHITE);
    for (int i = 0; i < TITLES.length; i++)
      canvas.drawString(TITLES[i], GAP + i * (SHOWN + GAP), TITLE - 1);
    return canvas;
  }

  /** To be called while the preview may be asked. */
  static ColorProcessor of(ValidationPreview preview) {
    List<PreparedPicture> pictures = preview.pictures();
    ColorProcessor canvas = empty(pictures.size());
    for (int row = 0; row < Math.min(MOST_ROWS, pictures.size()); row++) {
      PreparedPicture picture = pictures.get(row);
      int volume = picture.values().length;
      int y = TITLE + row * (SHOWN + GAP) + GAP;
      paste(canvas, colours(picture, picture.values(), 0), 0, y);
      paste(canvas, colours(picture, preview.output().reconstruction(), row * volume), 1, y);
      float[] difference = preview.map(MapKind.RECONSTRUCTION, row);
      paste(canvas, map(picture, difference, LARGEST_DIFFERENCE), 2, y);
      paste(canvas, map(picture, preview.map(MapKind.ATTENTION, row), 1), 3, y);
    }
    return canvas;
  }

  private static void paste(ColorProcessor canvas, ColorProcessor tile, int column, int y) {
    tile.setInterpolationMethod(ImageProcessor.BILINEAR);
    ImageProcessor shown = tile.getWidth() == SHOWN ? tile : tile.resize(SHOWN, SHOWN, true);
    canvas.insert(shown, GAP + column * (SHOWN + GAP), y);
  }

  /**
   * @param values [C,H,W] from {@code first} on, in 0 to 1
   */
  private static ColorProcessor colours(PreparedPicture picture, float[] values, int first) {
    int size = picture.size();
    int plane = size * size;
    int[] pixels = new int[plane];
    for (int i = 0; i < plane; i++)
      pixels[i] =
          picture.fieldOfView()[i] == 0
              ? OUTSIDE
              : Rgb.at(values, first, picture.channels(), plane, i);
    return new ColorProcessor(size, size, pixels);
  }

  private static ColorProcessor map(PreparedPicture picture, float[] map, float largest) {
    int[] pixels = new int[map.length];
    for (int i = 0; i < map.length; i++)
      pixels[i] =
          picture.fieldOfView()[i] == 0
              ? OUTSIDE
              : HeatMap.argb(HeatMap.TOP * map[i] / largest) & 0xffffff;
    return new ColorProcessor(picture.size(), picture.size(), pixels);
  }
}
