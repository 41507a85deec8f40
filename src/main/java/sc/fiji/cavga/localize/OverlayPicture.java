package sc.fiji.cavga.localize;

import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import sc.fiji.cavga.io.AtomicFile;
import sc.fiji.cavga.model.examination.Outline;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.preprocess.PictureMap;
import sc.fiji.cavga.render.ColourBar;
import sc.fiji.cavga.render.HeatMap;
import sc.fiji.cavga.render.Lettering;
import sc.fiji.cavga.render.Outlines;
import sc.fiji.cavga.render.OverlayFormat;
import sc.fiji.cavga.render.ReducedPhotograph;

/**
 * A picture to look at: the photograph with the heat map blended over it, regions and outlines
 * drawn, a colour bar with the threshold beside it and the decision below. It has a size to look
 * at; the map and the regions themselves stay exact.
 */
public final class OverlayPicture {

  private static final int BACKGROUND = 0xff000000;

  /** In letters' heights: a caption needs so much. */
  private static final int NARROWEST = 24;

  private OverlayPicture() {}

  /**
   * Writes the picture, whole or not at all.
   *
   * @throws IOException with one sentence that names the file and says what to do
   */
  public static void write(
      Path target, Picture picture, Localization localization, OverlayFormat format)
      throws IOException {
    ColorProcessor painted = paint(picture, localization);
    AtomicFile.writeUnforced(target, out -> format.write(painted, out));
  }

  /**
   * @param picture the one that was localized
   */
  public static ColorProcessor paint(Picture picture, Localization localization) {
    ImageProcessor photograph = ReducedPhotograph.toLookAt(picture);
    int width = photograph.getWidth();
    int height = photograph.getHeight();
    Lettering lettering = new Lettering(Math.max(width, height) / 48);
    ColourBar bar = new ColourBar(lettering);
    int margin = lettering.size();
    int contentWidth = Math.max(width + bar.width(), NARROWEST * margin);
    List<String> caption = lettering.lines(localization.decision(), contentWidth - 2 * margin);
    int barTop = 2 * margin;
    int barHeight = Math.max(12 * margin, Math.min(height - 4 * margin, 30 * margin));
    int contentHeight = Math.max(height, barHeight + 4 * margin);
    int canvasHeight = contentHeight + lettering.height(caption);
    int[] pixels = new int[contentWidth * canvasHeight];
    Arrays.fill(pixels, BACKGROUND);
    ColorProcessor canvas = new ColorProcessor(contentWidth, canvasHeight, pixels);
    canvas.insert(photograph, 0, 0);
    PictureMap map = localization.rows();
    HeatMap.paint(canvas, width, height, map::rowAbove, map.width(), map.height());
    double scale = width / (double) picture.width();
    double lineWidth = Math.max(1.25, Math.max(width, height) / 800.0);
    if (!localization.regions().isEmpty())
      new Outlines(marked(localization, width, height, scale), width).draw(canvas, lineWidth);
    for (Outline outline : localization.outlines())
      new Outlines(filled(outline, width, height, scale), width).draw(canvas, lineWidth);
    bar.draw(canvas, width, barTop, barHeight);
    lettering.draw(canvas, caption, margin, contentHeight);
    return canvas;
  }

  /** The regions' pixels at the canvas's scale; each region has one pixel at least. */
  private static boolean[] marked(Localization localization, int width, int height, double scale) {
    boolean[] marked = new boolean[width * height];
    for (Region region : localization.regions()) {
      RegionPixels pixels = region.pixels();
      for (int run = 0; run < pixels.count(); run++) {
        int top = position(pixels.row(run), scale, height);
        int bottom = Math.max(top + 1, position(pixels.row(run) + 1, scale, height));
        int left = position(pixels.start(run), scale, width);
        int right = Math.max(left + 1, position(pixels.end(run), scale, width));
        for (int y = top; y < Math.min(bottom, height); y++)
          Arrays.fill(marked, y * width + left, y * width + Math.min(right, width), true);
      }
    }
    return marked;
  }

  /** The pixels inside a method's outline at the canvas's scale. */
  private static boolean[] filled(Outline outline, int width, int height, double scale) {
    float[] x = outline.x();
    float[] y = outline.y();
    for (int i = 0; i < x.length; i++) {
      x[i] *= (float) scale;
      y[i] *= (float) scale;
    }
    ByteProcessor mask = new ByteProcessor(width, height);
    mask.setValue(1);
    mask.fill(new PolygonRoi(x, y, Roi.POLYGON));
    boolean[] filled = new boolean[width * height];
    for (int i = 0; i < filled.length; i++) filled[i] = mask.get(i) != 0;
    return filled;
  }

  private static int position(int picturePixel, double scale, int size) {
    return Math.min(size - 1, (int) Math.round(picturePixel * scale));
  }
}
