package sc.fiji.cavga.cli.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import sc.fiji.cavga.cli.option.TrainingOptions;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.Method;
import sc.fiji.cavga.model.Methods;
import sc.fiji.cavga.settings.Setting;
import sc.fiji.cavga.settings.Setting.Page;

/** The page {@code docs/reference.md}: all settings and options, from their declarations. */
public final class ReferencePage {

  private ReferencePage() {}

  /**
   * @param program of which all commands are described that are not hidden
   * @return Markdown
   */
  public static String of(CommandSpec program) {
    StringBuilder page = new StringBuilder("# Reference\n\n");
    page.append("Written by `cavga reference` from the settings' declarations; a test compares ")
        .append("them. How they are used: [How to](how-to/README.md).\n\n")
        .append("## Settings of a training\n\n")
        .append("Options of `cavga train` and `cavga trials`, and macro keys of `Train CAVGA...`; ")
        .append("a setting without a macro key is one of the command line alone. ")
        .append("The first method of `--method` makes the score and the decision.\n");
    table(page, "Of every method", "", CommonSettings.all());
    for (Method method : Methods.discovered().all())
      table(
          page,
          "Of the method `" + method.name() + "`",
          method.description() + "\n\n",
          method.settings());
    commands(page, program);
    return page.toString();
  }

  private static void commands(StringBuilder page, CommandSpec program) {
    page.append("\n## Commands\n\n").append("Every command has also:\n\n");
    MarkdownTable all = new MarkdownTable("option", "what it does");
    for (OptionSpec option : program.options())
      all.row(
          MarkdownTable.code(String.join(", ", option.names())),
          String.join(" ", option.description()));
    page.append(all);
    below(program, page);
  }

  private static void below(CommandSpec program, StringBuilder page) {
    for (CommandLine line : program.subcommands().values()) {
      CommandSpec command = line.getCommandSpec();
      if (command.usageMessage().hidden()) continue;
      page.append(text(command, TrainingOptions.settingsOf(command)));
      below(command, page);
    }
  }

  /** A command and its options, but for those that are described elsewhere. */
  private static String text(CommandSpec command, Set<String> elsewhere) {
    MarkdownTable table = new MarkdownTable("option", "value", "what it does");
    for (OptionSpec option : command.options())
      if (!option.hidden() && !isForAll(option) && !elsewhere.contains(option.longestName()))
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
    return String.format(Locale.ROOT, String.join(" ", lines));
  }

  private static void table(
      StringBuilder page, String title, String description, List<Setting<?>> settings) {
    MarkdownTable table =
        new MarkdownTable("option", "macro key", "default", "range", "what it does");
    for (Setting<?> setting : settings) if (setting != CommonSettings.WEAK) row(table, setting);
    page.append("\n### ").append(title).append("\n\n").append(description).append(table);
  }

  private static void row(MarkdownTable table, Setting<?> setting) {
    boolean toggle = setting.type() == Boolean.class;
    table.row(
        MarkdownTable.code(setting.option()),
        setting.page() == Page.NONE ? "" : MarkdownTable.code(setting.key()),
        toggle ? "off" : setting.shownDefault(),
        toggle ? "" : setting.rangeText(),
        setting.help());
  }

  /** A table in GitHub's Markdown. */
  private static final class MarkdownTable {

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
}
