package sc.fiji.cavga.cli.progress;

/** Text that may hold a file's name, as it is printed: a name must not steer the terminal. */
public final class PlainText {

  private PlainText() {}

  /** With a question mark for each control character but the end of a line. */
  public static String of(String text) {
    return text.replaceAll("[\\p{Cc}&&[^\n]]", "?");
  }

  /** The same on one line. */
  public static String line(String text) {
    return text.replaceAll("\\p{Cc}", "?");
  }
}
