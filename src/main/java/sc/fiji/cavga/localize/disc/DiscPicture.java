package sc.fiji.cavga.localize.disc;

import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import net.imglib2.view.Views;
import sc.fiji.cavga.io.AtomicFile;
import sc.fiji.cavga.method.disc.DiscLabels;
import sc.fiji.cavga.method.disc.measure.DiscShape;
import sc.fiji.cavga.method.disc.measure.PolarOutline;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.Turn;
import sc.fiji.cavga.render.Lettering;
import sc.fiji.cavga.render.Outlines;
import sc.fiji.cavga.render.PngFile;
import sc.fiji.cavga.render.ReducedPhotograph;
import sc.fiji.cavga.render.Rgb;

/**
 * A picture to look at: the photograph with disc, cup and clock hours drawn, beside it the disc
 * from near, and the ratios below, or why nothing was measured. Lines are light with a dark rim,
 * and numbers have a dark ground, so that all can be read on bright and on dark retinas.
 */
public final class DiscPicture {

  /** In letters' heights: a caption needs so much. */
  private static final int NARROWEST = 24;

  private static final int DARK = 0xff000000;
  private static final int LIGHT = 0xffffffff;
  private static final float GROUND_OPACITY = 0.55f;

  /** Of the square from near, in disc diameters. */
  private static final double NEAR = 2;

  private DiscPicture() {}

  /**
   * Writes the picture as PNG, whole or not at all.
   *
   * @throws IOException with one sentence that names the file and says what to do
   */
  public static void write(Path target, MeasuredDisc disc) throws IOException {
    ColorProcessor painted = paint(disc);
    AtomicFile.writeUnforced(target, out -> PngFile.writeResult(painted, out));
  }

  static ColorProcessor paint(MeasuredDisc disc) {
    ImageProcessor photograph = ReducedPhotograph.toLookAt(disc.picture());
    Turn turn = disc.turn().ofSize(photograph.getWidth(), photograph.getHeight());
    int width = turn.width();
    int height = turn.height();
    Lettering lettering = new Lettering(Math.max(width, height) / 48);
    int margin = lettering.size();
    double scale = photograph.getWidth() / (double) disc.picture().width();
    boolean small =
        disc.measured() && NEAR * disc.shape().disc().diameter() * scale < Math.min(width, height);
    int contentWidth = Math.max(small ? width + height : width, NARROWEST * margin);
    List<String> caption = lettering.lines(disc.caption(), contentWidth - 2 * margin);
    ColorProcessor canvas = new ColorProcessor(contentWidth, height + lettering.height(caption));
    canvas.setColor(DARK);
    canvas.fill();
    ColorProcessor whole = photograph.convertToColorProcessor();
    canvas.insert(
        disc.measured() ? drawn(whole, disc.shape().scaled(scale, 0, 0), turn) : of(whole, turn),
        0,
        0);
    if (small) canvas.insert(near(disc, height), width, 0);
    lettering.draw(canvas, caption, margin, height);
    return canvas;
  }

  /** The square around the disc, from the photograph's own pixels. */
  private static ColorProcessor near(MeasuredDisc disc, int size) {
    Picture picture = disc.picture();
    PolarOutline outline = disc.shape().disc();
    int side = (int) Math.ceil(NEAR * outline.diameter());
    long left = begin(outline.centreX(), side, picture.width());
    long top = begin(outline.centreY(), side, picture.height());
    Picture around =
        new Picture(
            picture.name(),
            Views.zeroMin(
                Views.interval(
                    picture.pixels(),
                    new long[] {left, top, 0},
                    new long[] {left + side - 1, top + side - 1, picture.channels() - 1})),
            picture.pixelSize());
    ColorProcessor near = ReducedPhotograph.of(around, size, size).convertToColorProcessor();
    double scale = size / (double) side;
    return drawn(
        near,
        disc.shape().scaled(scale, -scale * left, -scale * top),
        disc.turn().ofSize(size, size));
  }

  private static long begin(double middle, int side, int size) {
    return Math.max(0, Math.min(size - side, Math.round(middle - side / 2.0)));
  }

  private static ColorProcessor of(ColorProcessor upright, Turn turn) {
    if (turn.isNone()) return upright;
    ColorProcessor turned = new ColorProcessor(turn.width(), turn.height());
    for (int y = 0; y < turn.height(); y++)
      for (int x = 0; x < turn.width(); x++) turned.set(x, y, upright.get(turn.from(x, y)));
    return turned;
  }

  /** Everything is turned, but that numbers can be read. */
  private static ColorProcessor drawn(ColorProcessor canvas, DiscShape shape, Turn turn) {
    int width = canvas.getWidth();
    int height = canvas.getHeight();
    double lineWidth = Math.max(1, shape.disc().diameter() / 150);
    byte[] labels = DiscLabels.of(shape, width, height).labels();
    boolean[] inDisc = new boolean[labels.length];
    boolean[] inCup = new boolean[labels.length];
    for (int i = 0; i < labels.length; i++) {
      inDisc[i] = labels[i] != 0;
      inCup[i] = labels[i] == DiscLabels.CUP;
    }
    ClockFace face = new ClockFace(shape);
    int thin = (int) Math.max(1, Math.round(lineWidth / 2));
    for (int hour = 1; hour <= ClockFace.HOURS; hour++) {
      line(canvas, face.spoke(hour), 3 * thin, DARK);
      line(canvas, face.spoke(hour), thin, LIGHT);
    }
    new Outlines(inDisc, width).draw(canvas, lineWidth);
    if (shape.cup().isPresent()) new Outlines(inCup, width).draw(canvas, lineWidth);
    ColorProcessor turned = of(canvas, turn);
    Lettering lettering = new Lettering((int) Math.max(9, Math.round(0.7 * face.letters())));
    for (int hour = 1; hour <= ClockFace.HOURS; hour++) {
      double[] middle = face.number(hour);
      number(
          turned,
          lettering,
          String.valueOf(hour),
          turn.x(middle[0], middle[1]),
          turn.y(middle[0], middle[1]));
    }
    return turned;
  }

  private static void line(ColorProcessor canvas, double[] ends, int width, int colour) {
    canvas.setLineWidth(width);
    canvas.setColor(colour);
    canvas.drawLine(
        (int) Math.round(ends[0]),
        (int) Math.round(ends[1]),
        (int) Math.round(ends[2]),
        (int) Math.round(ends[3]));
  }

  private static void number(
      ColorProcessor canvas, Lettering lettering, String text, double middleX, double middleY) {
    int textWidth = lettering.width(text);
    if (textWidth == 0) return;
    int left = (int) Math.round(middleX - textWidth / 2.0);
    int y = (int) Math.round(middleY);
    int half = (int) Math.ceil(0.6 * lettering.size());
    int side = Math.max(1, lettering.size() / 5);
    int[] pixels = (int[]) canvas.getPixels();
    for (int row = Math.max(0, y - half); row < Math.min(canvas.getHeight(), y + half); row++)
      for (int column = Math.max(0, left - side);
          column < Math.min(canvas.getWidth(), left + textWidth + side);
          column++) {
        int at = row * canvas.getWidth() + column;
        pixels[at] = DARK | Rgb.blended(pixels[at], DARK, GROUND_OPACITY);
      }
    lettering.draw(canvas, text, left, y);
  }
}
