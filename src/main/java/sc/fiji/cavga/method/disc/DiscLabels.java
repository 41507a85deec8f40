package sc.fiji.cavga.method.disc;

import sc.fiji.cavga.method.disc.measure.DiscShape;
import sc.fiji.cavga.method.disc.measure.PolarOutline;
import sc.fiji.cavga.model.examination.LabelImage;

/** Disc and cup as labels of the picture's own pixels. */
public final class DiscLabels {

  /** Of the pixels between the disc's edge and the cup's. */
  public static final byte RIM = (byte) 128;

  /** Of the cup's pixels. */
  public static final byte CUP = (byte) 255;

  private DiscLabels() {}

  /**
   * @param shape in the picture's own pixels
   */
  public static LabelImage of(DiscShape shape, int width, int height) {
    byte[] labels = new byte[width * height];
    fill(labels, width, height, shape.disc(), RIM);
    shape.cup().ifPresent(cup -> fill(labels, width, height, cup, CUP));
    return new LabelImage("discs", width, height, labels);
  }

  private static void fill(byte[] labels, int width, int height, PolarOutline line, byte label) {
    double reach = line.longestRadius();
    int top = (int) Math.max(0, Math.floor(line.centreY() - reach));
    int bottom = (int) Math.min(height, Math.ceil(line.centreY() + reach));
    int left = (int) Math.max(0, Math.floor(line.centreX() - reach));
    int right = (int) Math.min(width, Math.ceil(line.centreX() + reach));
    for (int y = top; y < bottom; y++)
      for (int x = left; x < right; x++)
        if (line.contains(x + 0.5, y + 0.5)) labels[y * width + x] = label;
  }
}
