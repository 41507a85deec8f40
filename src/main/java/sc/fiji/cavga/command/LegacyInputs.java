package sc.fiji.cavga.command;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.gui.GenericDialog;
import java.io.File;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.widget.FileWidget;

/**
 * A command's inputs from plain ImageJ: the open image, and the others from the macro's options or
 * from a dialog. A dialog's fields are labelled with the inputs' names, because ImageJ records the
 * labels and the keys must be those that Fiji records.
 */
final class LegacyInputs {

  private static final int COLUMNS = 40;

  private final CommandInfo info;
  private final Module defaults;

  LegacyInputs(Context context, CommandInfo info) {
    this.info = info;
    this.defaults = context.service(ModuleService.class).createModule(info);
  }

  /**
   * @return empty when the user has closed the dialog
   * @throws IllegalArgumentException with one sentence when there is no image or a macro's value
   *     cannot be read
   */
  Optional<Map<String, Object>> ask() {
    String options = Macro.getOptions();
    Map<String, Object> values = new HashMap<>();
    GenericDialog dialog = options == null ? dialog() : null;
    if (dialog != null && dialog.wasCanceled()) return Optional.empty();
    for (ModuleItem<?> item : info.inputs()) {
      if (item.getType() == ImagePlus.class) values.put(item.getName(), IJ.getImage());
      else if (isAsked(item))
        values.put(
            item.getName(), dialog == null ? fromMacro(item, options) : answer(item, dialog));
    }
    return Optional.of(values);
  }

  /** Services and the like are nobody's to give. */
  private static boolean isAsked(ModuleItem<?> item) {
    Class<?> type = item.getType();
    return type.isPrimitive() || type == String.class || type == File.class;
  }

  private GenericDialog dialog() {
    GenericDialog dialog = new GenericDialog(info.getMenuPath().getLeaf().getName());
    boolean empty = true;
    StringBuilder help = new StringBuilder("<html>");
    for (ModuleItem<?> item : info.inputs())
      if (isAsked(item)) {
        addField(dialog, item);
        help.append("<p><b>").append(item.getName()).append("</b>: ").append(item.getDescription());
        empty = false;
      }
    if (empty) return dialog;
    dialog.addHelp(help.toString());
    dialog.showDialog();
    return dialog;
  }

  private void addField(GenericDialog dialog, ModuleItem<?> item) {
    String name = item.getName();
    Object value = item.getValue(defaults);
    if (item.getType() == File.class && FileWidget.DIRECTORY_STYLE.equals(item.getWidgetStyle()))
      dialog.addDirectoryField(name, "", COLUMNS);
    else if (item.getType() == File.class) dialog.addFileField(name, "", COLUMNS);
    else if (item.getType() == boolean.class) dialog.addCheckbox(name, (Boolean) value);
    else if (isText(item)) dialog.addStringField(name, "" + value, COLUMNS);
    else if (item.getType() == String.class)
      dialog.addChoice(
          name, item.getChoices().stream().map(String::valueOf).toArray(String[]::new), "" + value);
    else dialog.addNumericField(name, ((Number) value).doubleValue(), isWhole(item) ? 0 : 4);
  }

  private static boolean isText(ModuleItem<?> item) {
    return item.getType() == String.class
        && (item.getChoices() == null || item.getChoices().isEmpty());
  }

  private static boolean isWhole(ModuleItem<?> item) {
    return item.getType() == int.class || item.getType() == long.class;
  }

  private static Object answer(ModuleItem<?> item, GenericDialog dialog) {
    if (item.getType() == File.class) return new File(dialog.getNextString());
    if (item.getType() == boolean.class) return dialog.getNextBoolean();
    if (isText(item)) return dialog.getNextString();
    if (item.getType() == String.class) return dialog.getNextChoice();
    return number(item, dialog.getNextNumber());
  }

  private Object fromMacro(ModuleItem<?> item, String options) {
    Object value = item.getValue(defaults);
    String text = Macro.getValue(options, item.getName(), null);
    if (item.getType() == boolean.class)
      // Plain ImageJ records a ticked box as a word alone.
      return text == null ? hasWord(options, item.getName()) : Boolean.valueOf(text.trim());
    if (text == null) return value;
    if (item.getType() == File.class) return new File(text);
    if (item.getType() == String.class) return text;
    try {
      return number(item, Double.parseDouble(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          item.getName() + " must be a number, not \"" + text + "\".", e);
    }
  }

  private static boolean hasWord(String options, String word) {
    String outsideBrackets = options.replaceAll("\\[[^\\]]*\\]", "");
    return (" " + outsideBrackets + " ").contains(" " + word + " ");
  }

  private static Object number(ModuleItem<?> item, double value) {
    if (isWhole(item) && value != Math.rint(value))
      throw new IllegalArgumentException(
          item.getName() + " must be a whole number, not " + value + ".");
    if (item.getType() == int.class) return (int) value;
    if (item.getType() == long.class) return (long) value;
    return value;
  }
}
