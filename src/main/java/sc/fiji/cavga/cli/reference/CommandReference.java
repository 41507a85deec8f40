package sc.fiji.cavga.cli.reference;

import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A command and its options as Markdown, from what picocli knows of them. */
final class CommandReference {

  private CommandReference() {}

  /**
   * @param elsewhere names of options that are described elsewhere
   */
  static String of(CommandSpec command, Set<String> elsewhere) {
    MarkdownTable table = new MarkdownTable("option", "value", "what it does");
    for (OptionSpec option : command.options())
      if (!isForAll(option) && !elsewhere.contains(option.longestName()))
        table.row(MarkdownTable.code(name(option)), value(option), plain(option.description()));
    return "\n### `"
        + command.qualifiedName()
        + "`\n\n"
        + plain(command.usageMessage().description())
        + "\n\n"
        + table;
  }

  private static boolean isForAll(OptionSpec option) {
    return option.inherited() || option.usageHelp() || option.versionHelp();
  }

  private static String name(OptionSpec option) {
    return option.negatable()
        ? option.longestName().replaceFirst("--", "--[no-]")
        : option.longestName();
  }

  private static String value(OptionSpec option) {
    boolean flag = option.arity().max() == 0;
    String label = flag ? "" : MarkdownTable.code(plain(option.paramLabel()));
    if (!option.required()) return label;
    String others = others(option);
    return label + (others.isEmpty() ? " (required)" : " (this or " + others + ")");
  }

  /** What may be given instead of a required option. */
  private static String others(OptionSpec option) {
    ArgGroupSpec inner = option.group();
    ArgGroupSpec outer = inner == null ? null : inner.parentGroup();
    if (outer == null || !outer.exclusive()) return "";
    return outer.subgroups().stream()
        .filter(group -> group != inner)
        .flatMap(group -> group.options().stream())
        .filter(OptionSpec::required)
        .map(each -> MarkdownTable.code(each.longestName()))
        .collect(Collectors.joining(" or "));
  }

  /** Picocli's texts are formats. */
  private static String plain(String... lines) {
    return String.format(String.join(" ", lines));
  }
}
