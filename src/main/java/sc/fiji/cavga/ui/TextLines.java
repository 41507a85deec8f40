package sc.fiji.cavga.ui;

/** Breaks texts into lines for ImageJ's dialogs, which do not do it by themselves. */
public final class TextLines {

  private TextLines() {}

  /**
   * Breaks between words alone.
   *
   * @param longest letters of a line, unless a single word is longer
   */
  public static String broken(String text, int longest) {
    StringBuilder lines = new StringBuilder();
    int length = 0;
    for (String word : text.split(" ")) {
      if (length > 0 && length + 1 + word.length() > longest) {
        lines.append('\n');
        length = 0;
      } else if (length > 0) {
        lines.append(' ');
        length++;
      }
      lines.append(word);
      length += word.length();
    }
    return lines.toString();
  }
}
