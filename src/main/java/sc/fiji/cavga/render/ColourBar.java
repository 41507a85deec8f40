package sc.fiji.cavga.render;

import ij.process.ColorProcessor;
import java.util.function.DoubleToIntFunction;

/** The heat map's colours with their values beside them, the threshold marked. */
public final class ColourBar {

  private static final String THRESHOLD = "1 = threshold";

  /** What transparent colours are shown on: about what retinas look like. */
  private static final int GROUND = 0xa84e26;

  private static final int FRAME = 0xff9a9a9a;
  private static final int MARK = 0xffffffff;
  private static final int PLATE = 0xff101010;

  private final Lettering lettering;
  private final DoubleToIntFunction colours;

  public ColourBar(Lettering lettering) {
    this(lettering, value -> HeatMap.over(GROUND, (float) value));
  }

  private ColourBar(Lettering lettering, DoubleToIntFunction colours) {
    this.lettering = lettering;
    this.colours = colours;
  }

  /**
   * A bar by itself, with its labels, for {@link HeatMap#solid} colours that lie over a picture.
   *
   * @param letterSize in pixels; everything else follows from it
   * @param opacity with which the colours are shown, 0 to 1
   * @param caption lines to stand below it
   */
  public static ColorProcessor picture(int letterSize, double opacity, String... caption) {
    ColourBar bar =
        new ColourBar(
            new Lettering(letterSize),
            value -> {
              int solid = HeatMap.solid((float) value);
              return solid == 0 ? GROUND : Rgb.blended(GROUND, solid, (float) opacity);
            });
    int height = 10 * letterSize;
    int line = 3 * letterSize / 2;
    int width = bar.width();
    for (String text : caption) width = Math.max(width, bar.lettering.width(text) + 2 * letterSize);
    ColorProcessor canvas =
        new ColorProcessor(width, height + 2 * letterSize + caption.length * line);
    canvas.setColor(PLATE);
    canvas.fill();
    bar.draw(canvas, 0, letterSize, height);
    for (int i = 0; i < caption.length; i++)
      bar.lettering.draw(canvas, caption[i], letterSize, height + (i + 1) * line + letterSize);
    return canvas;
  }

  private int barWidth() {
    return 3 * lettering.size() / 2;
  }

  /** With its labels and the space around it. */
  public int width() {
    return 3 * lettering.size() + barWidth() + lettering.width(THRESHOLD);
  }

  /** The bar's upper end is at {@code top}, its lower end {@code height} below. */
  public void draw(ColorProcessor canvas, int left, int top, int height) {
    int x0 = left + lettering.size();
    for (int y = 0; y < height; y++) {
      double value = HeatMap.TOP * (height - 1 - y) / (height - 1);
      canvas.setColor(0xff000000 | colours.applyAsInt(value));
      canvas.fillRect(x0, top + y, barWidth(), 1);
    }
    canvas.setColor(FRAME);
    canvas.drawRect(x0 - 1, top - 1, barWidth() + 2, height + 2);
    int last = (int) HeatMap.TOP;
    for (int value = 0; value <= last; value++) {
      int y = top + Math.round((height - 1) * (1 - value / HeatMap.TOP));
      String label = value == 1 ? THRESHOLD : value == last ? value + " or more" : "" + value;
      tick(canvas, x0, y, value);
      lettering.draw(canvas, label, x0 + barWidth() + lettering.size() / 2, y);
    }
  }

  private void tick(ColorProcessor canvas, int x0, int y, int value) {
    int thickness = Math.max(1, lettering.size() / 8);
    canvas.setColor(MARK);
    if (value == 1) canvas.fillRect(x0, y - thickness / 2, barWidth(), thickness);
    canvas.fillRect(x0 + barWidth(), y - thickness / 2, lettering.size() / 3, thickness);
  }
}
