package sc.fiji.cavga.cli.reference;

import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import sc.fiji.cavga.cli.option.TrainingOptions;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.Method;
import sc.fiji.cavga.model.Methods;
import sc.fiji.cavga.settings.Setting;

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
        .append(new SettingsReference().text())
        .append("\n## Commands\n\n")
        .append("Every command has also:\n\n");
    MarkdownTable all = new MarkdownTable("option", "what it does");
    for (OptionSpec option : program.options())
      all.row(
          MarkdownTable.code(String.join(", ", option.names())),
          String.join(" ", option.description()));
    page.append(all);
    for (CommandLine line : program.subcommands().values()) {
      CommandSpec command = line.getCommandSpec();
      Set<String> elsewhere = TrainingOptions.areIn(command) ? settings() : Set.of();
      if (!command.usageMessage().hidden()) page.append(CommandReference.of(command, elsewhere));
    }
    return page.toString();
  }

  private static Set<String> settings() {
    Set<String> names = new TreeSet<>();
    for (Setting<?> setting : CommonSettings.all())
      // Its option depends on the data, and is described with the command.
      if (setting != CommonSettings.WEAK) names.add(setting.option());
    for (Method method : Methods.discovered().all())
      for (Setting<?> setting : method.settings()) names.add(setting.option());
    return names;
  }
}
