package sc.fiji.cavga.render;

import java.util.Base64;

/** Texts and pictures as parts of a page that needs no other file. */
public final class Html {

  private Html() {}

  /**
   * A text from outside, such as a file's name, so that it is shown and never taken for markup;
   * control characters, those that turn the reading direction among them, are left out.
   */
  public static String text(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              int type = Character.getType(point);
              if (type == Character.CONTROL
                  || type == Character.FORMAT
                  || type == Character.SURROGATE) return;
              if (point == '&') escaped.append("&amp;");
              else if (point == '<') escaped.append("&lt;");
              else if (point == '>') escaped.append("&gt;");
              else if (point == '"') escaped.append("&quot;");
              else if (point == '\'') escaped.append("&#39;");
              else escaped.appendCodePoint(point);
            });
    return escaped.toString();
  }

  /** A picture inside the page. */
  public static String picture(byte[] png, String description) {
    return "<img alt=\""
        + text(description)
        + "\" src=\"data:image/png;base64,"
        + Base64.getEncoder().encodeToString(png)
        + "\">";
  }
}
