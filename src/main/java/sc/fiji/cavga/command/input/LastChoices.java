package sc.fiji.cavga.command.input;

import java.io.File;
import java.util.List;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.prefs.PrefService;
import org.scijava.widget.FileWidget;
import sc.fiji.cavga.model.ShippedModels;

/**
 * The model and the folders that were last given in a dialog, which the next dialog offers, of
 * whichever command, in place of an empty field or of the model that comes with the software.
 * Settings are not kept, and macros and scripts get none of it: what they say is what they do.
 */
public final class LastChoices {

  /** Optional files, such as a checkpoint to resume from, would change what a command does. */
  private static final List<String> KEPT = List.of("model", "normal", "input", "dataset", "output");

  private LastChoices() {}

  /** Fills a dialog's fields, before it is shown. */
  public static void offer(Module module, PrefService preferences) {
    for (String name : KEPT) {
      if (!isKept(module, name) || module.isInputResolved(name)) continue;
      String given = path(module, name);
      if (given != null && !isShipped(given)) continue;
      String last = preferences.get(LastChoices.class, key(module, name), "");
      if (!last.isEmpty() && !(isShipped(last) && isWritten(module, name)))
        module.setInput(name, new File(last));
    }
  }

  private static boolean isShipped(String path) {
    return ShippedModels.names().contains(path);
  }

  /** Whether the command writes it. */
  private static boolean isWritten(Module module, String name) {
    return FileWidget.SAVE_STYLE.equals(style(module, name));
  }

  private static String style(Module module, String name) {
    return module.getInfo().getInput(name).getWidgetStyle();
  }

  /** A folder of results is no recalibrated model's file, and that is no exported one. */
  private static String key(Module module, String name) {
    boolean folder = FileWidget.DIRECTORY_STYLE.equals(style(module, name));
    return folder || name.equals("model")
        ? name
        : name + " of " + module.getInfo().getMenuPath().getLeaf().getName();
  }

  /** Keeps what a dialog has given. */
  public static void keep(Module module, PrefService preferences) {
    for (String name : KEPT)
      if (isKept(module, name) && path(module, name) != null)
        preferences.put(LastChoices.class, key(module, name), path(module, name));
  }

  private static boolean isKept(Module module, String name) {
    ModuleItem<?> item = module.getInfo().getInput(name);
    return item != null && item.getType() == File.class;
  }

  /** Null where nothing was chosen. */
  private static String path(Module module, String name) {
    Object file = module.getInput(name);
    return file == null || file.toString().isBlank() ? null : file.toString();
  }
}
