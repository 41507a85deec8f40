package sc.fiji.cavga.cli;

/** Text that may hold a file's name, as it is printed: a name must not steer the terminal. */
final class PlainText {

  private PlainText() {}

  /** With a question mark for each control character but the end of a line. */
  static String of(String text) {
    return text.replaceAll("[\\p{Cc}&&[^\n]]", "?");
  }

  /** The same on one line. */
  static String line(String text) {
    return text.replaceAll("\\p{Cc}", "?");
  }
}
