package sc.fiji.cavga.io;

/** What a message quotes of a stranger's text: its beginning, without control characters. */
public final class Excerpt {

  private static final int LONGEST = 200;

  private Excerpt() {}

  /** The text itself where it is short and can be printed. */
  public static String of(String text) {
    String start = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    return start.replaceAll("\\p{Cc}", "?");
  }
}
