package sc.fiji.cavga.render;

import ij.process.ColorProcessor;

/**
 * Draws labels. On a Java that has no fonts, as on some bare servers, labels are left out, since a
 * picture without them is better than none.
 */
public final class Lettering {

  private static final int COLOUR = 0xe6e6e6;

  private final int size;
  private final boolean possible;

  /**
   * @param size of the letters in pixels
   */
  public Lettering(int size) {
    this.size = size;
    this.possible = possible(size);
  }

  private static boolean possible(int size) {
    try {
      return ink(1, 1, size).getStringWidth("0") > 0;
    } catch (RuntimeException | LinkageError | InternalError noFonts) {
      return false;
    }
  }

  /** White, to draw black letters on: ImageJ has no other colour for text without AWT's. */
  private static ColorProcessor ink(int width, int height, int size) {
    ColorProcessor ink = new ColorProcessor(width, height);
    ink.setColor(0xffffffff);
    ink.fill();
    ink.setFontSize(size);
    ink.setAntialiasedText(true);
    ink.setColor(0xff000000);
    return ink;
  }

  /** Of the letters in pixels. */
  public int size() {
    return size;
  }

  /** In pixels; 0 where there are no fonts. */
  public int width(String text) {
    return possible ? ink(1, 1, size).getStringWidth(text) : 0;
  }

  /** Draws a text whose left end is at x and whose middle is at y. */
  public void draw(ColorProcessor canvas, String text, int x, int y) {
    if (!possible) return;
    int height = 2 * size;
    ColorProcessor ink = ink(width(text) + 1, height, size);
    ink.drawString(text, 0, (int) Math.round(1.68 * size));
    int[] letters = (int[]) ink.getPixels();
    int[] pixels = (int[]) canvas.getPixels();
    for (int i = 0; i < letters.length; i++) {
      int column = x + i % ink.getWidth();
      int row = y - size + i / ink.getWidth();
      if (column < 0 || row < 0 || column >= canvas.getWidth() || row >= canvas.getHeight())
        continue;
      int at = row * canvas.getWidth() + column;
      float share = 1 - (letters[i] & 0xff) / 255f;
      pixels[at] = 0xff000000 | Rgb.blended(pixels[at], COLOUR, share);
    }
  }
}
