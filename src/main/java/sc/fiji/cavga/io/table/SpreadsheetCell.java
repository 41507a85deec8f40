package sc.fiji.cavga.io.table;

/** Text that may hold a file's name, as a table's cell: a name must not become a formula. */
public final class SpreadsheetCell {

  /** What a formula begins with, and the apostrophe itself. */
  private static final String RISKY = "=+-@\t\r'";

  private static final String MARK = "'";

  private SpreadsheetCell() {}

  /**
   * A cell that a spreadsheet does not run: where it would begin a formula, an apostrophe is put
   * before it. Line breaks and other control characters become spaces.
   */
  public static String of(String text) {
    String line = text.replaceAll("\\R+", " ").replaceAll("[\\p{Cc}&&[^\t]]", " ");
    return !line.isEmpty() && RISKY.indexOf(line.charAt(0)) >= 0 ? MARK + line : line;
  }
}
