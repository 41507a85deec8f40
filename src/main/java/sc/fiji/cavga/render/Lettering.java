package sc.fiji.cavga.render;

import ij.process.ColorProcessor;
import java.util.ArrayList;
import java.util.List;

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

  /**
   * Breaks a text between words, so that it is not wider than that unless a single word is.
   *
   * @param widest in pixels
   */
  public List<String> lines(String text, int widest) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && width(longer) > widest) {
        lines.add(line);
        line = word;
      } else line = longer;
    }
    lines.add(line);
    return lines;
  }

  /** The height that lines need with a margin above and below, in pixels. */
  public int height(List<String> lines) {
    return 3 * size + (lines.size() - 1) * 3 * size / 2;
  }

  /** Draws lines below each other, in a margin that begins at y. */
  public void draw(ColorProcessor canvas, List<String> lines, int x, int y) {
    for (int i = 0; i < lines.size(); i++)
      draw(canvas, lines.get(i), x, y + 3 * size / 2 + i * 3 * size / 2);
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
