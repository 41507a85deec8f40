package sc.fiji.cavga.localize;

import ij.process.ColorProcessor;

/** The heat map's colours with their values beside them, the threshold marked. */
final class ColourBar {

  private static final String THRESHOLD = "1 = threshold";

  /** What transparent colours are shown on: about what retinas look like. */
  private static final int GROUND = 0xa84e26;

  private static final int FRAME = 0xff9a9a9a;
  private static final int MARK = 0xffffffff;

  private final Lettering lettering;

  ColourBar(Lettering lettering) {
    this.lettering = lettering;
  }

  private int barWidth() {
    return 3 * lettering.size() / 2;
  }

  /** With its labels and the space around it. */
  int width() {
    return 3 * lettering.size() + barWidth() + lettering.width(THRESHOLD);
  }

  /** The bar's upper end is at {@code top}, its lower end {@code height} below. */
  void draw(ColorProcessor canvas, int left, int top, int height) {
    int x0 = left + lettering.size();
    for (int y = 0; y < height; y++) {
      float value = HeatMap.TOP * (height - 1 - y) / (height - 1);
      canvas.setColor(0xff000000 | HeatMap.over(GROUND, value));
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
