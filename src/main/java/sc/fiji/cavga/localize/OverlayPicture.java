package sc.fiji.cavga.localize;

import ij.ImagePlus;
import ij.plugin.PNG_Writer;
import ij.process.ColorProcessor;
import java.io.IOException;
import java.nio.file.Path;
import sc.fiji.cavga.image.Picture;
import sc.fiji.cavga.io.AtomicFile;

/**
 * A picture to look at: the photograph with the heat map blended over it, the regions outlined, a
 * colour bar with the threshold beside it and the decision below. Its longer side has between
 * {@value #SMALLEST} and {@value #LARGEST} pixels; the map and the regions themselves stay exact.
 */
public final class OverlayPicture {

  private static final int SMALLEST = 720;
  private static final int LARGEST = 2048;

  /** ImageJ's sign for "no transparent colour". */
  private static final int NOT_TRANSPARENT = -1;

  private static final int BACKGROUND = 0xff000000;

  private OverlayPicture() {}

  /**
   * Writes the picture as PNG, whole or not at all.
   *
   * @throws IOException with one sentence that names the file and says what to do
   */
  public static void write(Path target, Picture picture, Localization localization)
      throws IOException {
    ImagePlus image = new ImagePlus(picture.name(), paint(picture, localization));
    AtomicFile.write(target, ".png", temporary -> writePng(image, target, temporary.toString()));
  }

  private static void writePng(ImagePlus image, Path target, String temporary) throws IOException {
    try {
      new PNG_Writer().writeImage(image, temporary, NOT_TRANSPARENT);
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(target + " cannot be written: " + e.getMessage(), e);
    }
  }

  /**
   * @param picture the one that was localized
   */
  public static ColorProcessor paint(Picture picture, Localization localization) {
    int longer = Math.max(picture.width(), picture.height());
    double scale = Math.max(Math.min(1, LARGEST / (double) longer), SMALLEST / (double) longer);
    int width = (int) Math.max(1, Math.round(scale * picture.width()));
    int height = (int) Math.max(1, Math.round(scale * picture.height()));
    Lettering lettering = new Lettering(Math.max(width, height) / 48);
    ColourBar bar = new ColourBar(lettering);
    String caption = localization.decision();
    int margin = lettering.size();
    int barTop = 2 * margin;
    int barHeight = Math.max(12 * margin, Math.min(height - 4 * margin, 30 * margin));
    int contentHeight = Math.max(height, barHeight + 4 * margin);
    ColorProcessor canvas =
        new ColorProcessor(
            Math.max(width + bar.width(), lettering.width(caption) + 2 * margin),
            contentHeight + 3 * margin);
    canvas.setColor(BACKGROUND);
    canvas.fill();
    canvas.insert(ReducedPhotograph.of(picture, width, height), 0, 0);
    blend(canvas, localization, width, height);
    Outlines.draw(
        canvas,
        localization.regions(),
        width,
        height,
        width / (double) picture.width(),
        Math.max(1.25, Math.max(width, height) / 800.0));
    bar.draw(canvas, width, barTop, barHeight);
    lettering.draw(canvas, caption, margin, contentHeight + 3 * margin / 2);
    return canvas;
  }

  private static void blend(
      ColorProcessor canvas, Localization localization, int width, int height) {
    float[] map = MapPixels.of(localization.map());
    int[] pixels = (int[]) canvas.getPixels();
    for (int y = 0; y < height; y++) {
      int row = (int) ((y + 0.5) * localization.height() / height) * localization.width();
      for (int x = 0; x < width; x++) {
        int at = y * canvas.getWidth() + x;
        float value = map[row + (int) ((x + 0.5) * localization.width() / width)];
        pixels[at] = 0xff000000 | HeatMap.over(pixels[at], value);
      }
    }
  }
}
