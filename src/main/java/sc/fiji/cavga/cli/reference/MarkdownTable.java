package sc.fiji.cavga.cli.reference;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A table in GitHub's Markdown. */
final class MarkdownTable {

  private final StringBuilder text = new StringBuilder();

  MarkdownTable(String... columns) {
    row(columns);
    text.append("|").append("---|".repeat(columns.length)).append('\n');
  }

  /** Cells may hold Markdown, but for bars, which come as text. */
  void row(String... cells) {
    text.append(
            Arrays.stream(cells)
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |")))
        .append('\n');
  }

  /** As code, unless there is none. */
  static String code(String text) {
    return text.isEmpty() ? "" : "`" + text + "`";
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
