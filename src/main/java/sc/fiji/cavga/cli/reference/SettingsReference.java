package sc.fiji.cavga.cli.reference;

import java.util.List;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.Method;
import sc.fiji.cavga.model.Methods;
import sc.fiji.cavga.settings.Setting;
import sc.fiji.cavga.settings.Setting.Page;

/** The settings of a training as Markdown: a table of the common ones, and one for each method. */
final class SettingsReference {

  private final StringBuilder page = new StringBuilder();

  /** All of them. */
  String text() {
    page.append("## Settings of a training\n\n")
        .append("Options of `cavga train` and `cavga trials`, and macro keys of `Train CAVGA...`; ")
        .append("a setting without a macro key is one of the command line alone. ")
        .append("The first method of `--method` makes the score and the decision.\n");
    table("Of every method", "", CommonSettings.all());
    for (Method method : Methods.discovered().all())
      table(
          "Of the method `" + method.name() + "`",
          method.description() + "\n\n",
          method.settings());
    return page.toString();
  }

  private void table(String title, String description, List<Setting<?>> settings) {
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
}
