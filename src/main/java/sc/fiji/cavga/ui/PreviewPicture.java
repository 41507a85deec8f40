package sc.fiji.cavga.ui;

import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import sc.fiji.cavga.model.training.TrainingPreview;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.render.HeatMap;
import sc.fiji.cavga.render.Rgb;

/**
 * Some pictures of a training, a row for each: as the method sees it, and what the training makes
 * of it. What they are and how they are to be read stands below.
 */
final class PreviewPicture {

  private static final int COLUMNS = 4;

  /** Smaller networks' pictures are shown enlarged, larger ones' reduced. */
  private static final int SHOWN = 144;

  private static final int GAP = 6;
  private static final int TITLE = 20;
  private static final int MOST_ROWS = 3;

  /** Height of a line of text below the pictures. */
  private static final int LINE = 17;

  private static final int LINES = 2;
  private static final int OUTSIDE = 0x303030;
  private static final int GROUND = 0x202020;

  private PreviewPicture() {}

  /**
   * Nothing but words, of the size that later ones have.
   *
   * @param rows pictures that there will be
   * @param text what is done before there are any
   */
  static ColorProcessor waiting(int rows, String text) {
    ColorProcessor canvas = empty(rows);
    canvas.drawString(
        text, (canvas.getWidth() - canvas.getStringWidth(text)) / 2, canvas.getHeight() / 2);
    return canvas;
  }

  private static ColorProcessor empty(int pictures) {
    int rows = Math.min(MOST_ROWS, pictures);
    int width = GAP + COLUMNS * (SHOWN + GAP);
    ColorProcessor canvas =
        new ColorProcessor(width, TITLE + rows * (SHOWN + GAP) + GAP + LINES * LINE + GAP);
    canvas.setColor(GROUND);
    canvas.fill();
    canvas.setAntialiasedText(true);
    canvas.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    canvas.setColor(Color.WHITE);
    return canvas;
  }

  /**
   * To be called while the preview may be asked.
   *
   * @param rows that {@link #waiting} had
   * @param what the pictures are, such as after which step
   */
  static ColorProcessor of(TrainingPreview preview, int rows, String what) {
    List<PreparedPicture> pictures = preview.pictures();
    List<TrainingPreview.Column> columns = preview.columns();
    ColorProcessor canvas = empty(rows);
    title(canvas, 0, preview.title());
    for (int c = 0; c < Math.min(COLUMNS - 1, columns.size()); c++)
      title(canvas, c + 1, columns.get(c).title());
    int bottom = canvas.getHeight() - GAP;
    canvas.drawString(what, GAP, bottom - LINE);
    canvas.drawString(preview.note(), GAP, bottom);
    for (int row = 0; row < Math.min(Math.min(MOST_ROWS, rows), pictures.size()); row++) {
      PreparedPicture picture = pictures.get(row);
      int y = TITLE + row * (SHOWN + GAP) + GAP;
      paste(canvas, colours(picture, picture.values()), 0, y);
      for (int c = 0; c < Math.min(COLUMNS - 1, columns.size()); c++) {
        float[] plane = columns.get(c).planes().get(row);
        float largest = columns.get(c).largest();
        paste(
            canvas,
            largest == 0 ? colours(picture, plane) : map(picture, plane, largest),
            c + 1,
            y);
      }
    }
    return canvas;
  }

  private static void title(ColorProcessor canvas, int column, String text) {
    canvas.drawString(text, GAP + column * (SHOWN + GAP), TITLE - 1);
  }

  private static void paste(ColorProcessor canvas, ColorProcessor tile, int column, int y) {
    tile.setInterpolationMethod(ImageProcessor.BILINEAR);
    ImageProcessor shown = tile.getWidth() == SHOWN ? tile : tile.resize(SHOWN, SHOWN, true);
    canvas.insert(shown, GAP + column * (SHOWN + GAP), y);
  }

  /**
   * @param values [C,H,W], in 0 to 1
   */
  private static ColorProcessor colours(PreparedPicture picture, float[] values) {
    int size = picture.size();
    int plane = size * size;
    int[] pixels = new int[plane];
    for (int i = 0; i < plane; i++)
      pixels[i] =
          picture.fieldOfView()[i] == 0
              ? OUTSIDE
              : Rgb.at(values, 0, values.length / plane, plane, i);
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
