package sc.fiji.cavga.lab;

import ij.process.ColorProcessor;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.BitType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.io.AtomicFile;
import sc.fiji.cavga.localize.Localization;
import sc.fiji.cavga.localize.Localizer;
import sc.fiji.cavga.localize.MapPixels;
import sc.fiji.cavga.localize.Regions;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.render.HeatMap;
import sc.fiji.cavga.render.Outlines;
import sc.fiji.cavga.render.PngFile;
import sc.fiji.cavga.render.ReducedPhotograph;

/** A dozen pictures on one sheet: each as it is, with its map, and with its true lesions. */
public final class ContactSheet {

  private static final int COLUMNS = 2;
  private static final int PANEL = 300;
  private static final int GAP = 4;
  private static final int MARGIN = 24;
  private static final int CAPTION = 28;
  private static final int HEADING = 40;
  private static final Color BACKGROUND = new Color(0x181818);
  private static final Color TEXT = new Color(0xe6e6e6);

  private static final int OUTLINE = 0xffffff;

  private final BufferedImage sheet;
  private final Graphics2D graphics;
  private final int panelHeight;

  private ContactSheet(int count, int panelHeight) {
    this.panelHeight = panelHeight;
    int rows = (count + COLUMNS - 1) / COLUMNS;
    sheet =
        new BufferedImage(
            MARGIN + COLUMNS * cellWidth(),
            HEADING + rows * cellHeight() + MARGIN,
            BufferedImage.TYPE_INT_RGB);
    graphics = sheet.createGraphics();
    graphics.setColor(BACKGROUND);
    graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
  }

  private static int cellWidth() {
    return 3 * PANEL + 2 * GAP + MARGIN;
  }

  private int cellHeight() {
    return panelHeight + CAPTION + GAP;
  }

  /**
   * Writes the sheet as PNG.
   *
   * @param samples at least one, that can be localized
   */
  public static void write(Path file, List<Sample> samples, Localizer localizer)
      throws IOException {
    ContactSheet sheet = null;
    for (int i = 0; i < samples.size(); i++) {
      Sample sample = samples.get(i);
      Picture picture = sample.picture();
      if (sheet == null)
        sheet = new ContactSheet(samples.size(), PANEL * picture.height() / picture.width());
      sheet.cell(i, sample, picture, localizer.localize(picture));
    }
    sheet.text(
        "Test pictures by rank of their score: picture | anomaly map and regions above the"
            + " threshold | lesions by the mask",
        MARGIN,
        HEADING - 12);
    sheet.graphics.dispose();
    BufferedImage done = sheet.sheet;
    AtomicFile.write(file, out -> PngFile.writeResult(done, out));
  }

  private void cell(int index, Sample sample, Picture picture, Localization localization)
      throws IOException {
    int left = MARGIN + index % COLUMNS * cellWidth();
    int top = HEADING + index / COLUMNS * cellHeight();
    panel(ReducedPhotograph.of(picture), left, top);
    panel(map(picture, localization), left + PANEL + GAP, top);
    panel(lesions(picture, sample.mask()), left + 2 * (PANEL + GAP), top);
    String name = sample.name().substring(sample.name().lastIndexOf('/') + 1);
    text(
        String.format(
            Locale.ROOT,
            "%s (%s): score %.2f, threshold %.2f: %s",
            name,
            sample.anomalous() ? "anomalous" : "normal",
            localization.score(),
            localization.scoreThreshold(),
            localization.anomalous() ? "called anomalous" : "called normal"),
        left,
        top + panelHeight + 19);
  }

  /** With the map over it and its regions outlined. */
  private static ColorProcessor map(Picture picture, Localization localization) {
    ColorProcessor image = ReducedPhotograph.of(picture);
    float[] map = MapPixels.of(localization.map());
    HeatMap.paint(
        image,
        picture.width(),
        picture.height(),
        localization.rows()::rowAbove,
        localization.width(),
        localization.height());
    boolean[] marked = new boolean[map.length];
    for (int i = 0; i < map.length; i++) marked[i] = map[i] > Regions.THRESHOLD;
    return outlined(image, marked);
  }

  /** With the mask's outline, where there is a mask. */
  private static ColorProcessor lesions(
      Picture picture, Optional<RandomAccessibleInterval<BitType>> mask) {
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
    new Outlines(marked, image.getWidth()).drawOutside((int[]) image.getPixels(), OUTLINE);
    return image;
  }

  /** Drawn as large as fits, in the panel's middle. */
  private void panel(ColorProcessor image, int left, int top) {
    double scale =
        Math.min(PANEL / (double) image.getWidth(), panelHeight / (double) image.getHeight());
    int width = (int) Math.round(scale * image.getWidth());
    int height = (int) Math.round(scale * image.getHeight());
    graphics.drawImage(
        image.getBufferedImage(),
        left + (PANEL - width) / 2,
        top + (panelHeight - height) / 2,
        width,
        height,
        null);
  }

  /** A sheet without words is better than none: some bare servers' Java has no fonts. */
  private void text(String text, int x, int baseline) {
    try {
      graphics.setColor(TEXT);
      graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
      graphics.drawString(text, x, baseline);
    } catch (RuntimeException | LinkageError | InternalError noFonts) {
      graphics.setColor(BACKGROUND);
    }
  }
}
