package sc.fiji.cavga.cli.option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import sc.fiji.cavga.model.CommonSettings;
import sc.fiji.cavga.model.Methods;
import sc.fiji.cavga.settings.Setting;
import sc.fiji.cavga.train.TrainingConfig;

/** An option for each setting of each method, made of the settings' declarations. */
final class SettingOptions {

  /** What was given, by key. */
  private final Map<String, String> given = new LinkedHashMap<>();

  void addTo(CommandSpec command) {
    for (Map.Entry<Setting<?>, List<String>> entry : all().entrySet())
      command.addOption(option(entry.getKey(), entry.getValue()));
  }

  /** All settings that have an option, with the names of their methods; none for common ones. */
  static Map<Setting<?>, List<String>> all() {
    Map<Setting<?>, List<String>> all = Methods.discovered().settings();
    all.remove(CommonSettings.WEAK);
    return all;
  }

  private OptionSpec option(Setting<?> setting, List<String> methods) {
    boolean toggle = setting.type() == Boolean.class;
    String description =
        (methods.isEmpty() ? "" : "(" + String.join(", ", methods) + ") ")
            + setting.help()
            + (toggle ? "" : " Default: " + setting.shownDefault());
    OptionSpec.Builder option =
        OptionSpec.builder(setting.option())
            .description(description.replace("%", "%%"))
            .setter(
                new ISetter() {
                  @Override
                  public <T> T set(T value) {
                    if (value != null) given.put(setting.key(), value.toString());
                    return null;
                  }
                });
    return toggle
        ? option.type(boolean.class).arity("0").build()
        : option.type(String.class).arity("1").paramLabel(paramLabel(setting)).build();
  }

  private static String paramLabel(Setting<?> setting) {
    if (setting.choices().length > 0) return String.join("|", setting.choices());
    return setting.type() == Double.class ? "X" : "N";
  }

  boolean has(Setting<?> setting) {
    return given.containsKey(setting.key());
  }

  /** As it was written; null where it was not given. */
  String text(Setting<?> setting) {
    return given.get(setting.key());
  }

  /** As if it had not been given. */
  void forget(Setting<?> setting) {
    given.remove(setting.key());
  }

  /**
   * A configuration with what was given.
   *
   * @param unused told the options that none of the configuration's methods has
   * @throws IllegalArgumentException with one sentence that names the setting and its range
   */
  TrainingConfig apply(TrainingConfig config, List<String> unused) {
    TrainingConfig changed = config;
    for (Map.Entry<String, String> entry : given.entrySet()) {
      Setting<?> setting = changed.settings().find(entry.getKey()).orElse(null);
      if (setting == null) unused.add("--" + entry.getKey().replace('_', '-'));
      else changed = changed.withText(setting, text(setting, entry.getValue()));
    }
    return changed;
  }

  private static String text(Setting<?> setting, String value) {
    return setting.type().isEnum() ? value.toLowerCase(Locale.ROOT) : value;
  }
}
