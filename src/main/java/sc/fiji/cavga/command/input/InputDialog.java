package sc.fiji.cavga.command.input;

import ij.gui.GenericDialog;
import ij.gui.MultiLineLabel;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.TextField;
import java.io.File;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Vector;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.scijava.module.MethodCallException;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.widget.Button;
import org.scijava.widget.FileWidget;
import sc.fiji.cavga.ui.TextLines;

/**
 * A dialog of ImageJ's made from a command's inputs, for plain ImageJ and for what Fiji's own
 * dialog leaves to a second page. It does what Fiji's does: an input's callback is called when its
 * value changes, and messages and what else it has changed follow.
 */
public final class InputDialog {

  private static final int COLUMNS = 36;
  private static final int LINE = 76;

  private final GenericDialog dialog;
  private final Module module;
  private final Map<ModuleItem<?>, Component> fields = new LinkedHashMap<>();
  private final Map<ModuleItem<?>, MultiLineLabel> messages = new LinkedHashMap<>();

  public InputDialog(String title, Module module) {
    this.dialog = new GenericDialog(title);
    this.module = module;
  }

  /**
   * Asks for some of the module's inputs and sets them.
   *
   * @return false when the user has closed the dialog: nothing is set then
   * @throws IllegalArgumentException with one sentence when a number cannot be read
   */
  public boolean ask(List<ModuleItem<?>> items) {
    StringBuilder help = new StringBuilder("<html>");
    for (ModuleItem<?> item : items) {
      add(item);
      if (fields.containsKey(item)) help.append(Inputs.help(item));
    }
    if (fields.isEmpty()) return true;
    dialog.addHelp(help.toString());
    ExecutorService worker = Executors.newSingleThreadExecutor();
    try {
      dialog.addDialogListener(
          (source, event) -> {
            if (event != null) worker.execute(() -> changed(event.getSource()));
            return true;
          });
      dialog.showDialog();
    } finally {
      worker.shutdown();
    }
    if (dialog.wasCanceled()) return false;
    // All are read before one is set: a number that cannot be read leaves everything as it was.
    Map<String, Object> values = new LinkedHashMap<>();
    fields.forEach((item, field) -> values.put(item.getName(), value(item, field)));
    values.forEach(module::setInput);
    return true;
  }

  private void add(ModuleItem<?> item) {
    String label = item.getLabel();
    Object value = module.getInput(item.getName());
    if (Inputs.isMessage(item)) {
      dialog.addMessage(lines(value));
      if (dialog.getMessage() instanceof MultiLineLabel)
        messages.put(item, (MultiLineLabel) dialog.getMessage());
    } else if (item.getType() == Button.class)
      dialog.addButton(label, event -> new Thread(() -> call(item), label).start());
    else if (item.getType() == File.class) {
      String path = value == null ? "" : value.toString();
      if (FileWidget.DIRECTORY_STYLE.equals(item.getWidgetStyle()))
        dialog.addDirectoryField(label, path, COLUMNS);
      else dialog.addFileField(label, path, COLUMNS);
      put(item, dialog.getStringFields());
    } else if (item.getType() == boolean.class) {
      dialog.addCheckbox(label, (Boolean) value);
      put(item, dialog.getCheckboxes());
    } else if (item.getType() == String.class && Inputs.choices(item).length == 0) {
      dialog.addStringField(label, "" + value, COLUMNS);
      put(item, dialog.getStringFields());
    } else if (item.getType() == String.class) {
      dialog.addChoice(label, Inputs.choices(item), "" + value);
      put(item, dialog.getChoices());
    } else if (value instanceof Number) {
      dialog.addStringField(label, Inputs.text(value), 8);
      put(item, dialog.getStringFields());
    }
  }

  /** A message, which may break its lines as HTML does, with room for one more. */
  private static String lines(Object message) {
    StringBuilder lines = new StringBuilder();
    for (String sentence : String.valueOf(message).split("<br>"))
      lines.append(TextLines.broken(sentence, LINE)).append('\n');
    return lines.append(' ').toString();
  }

  private void put(ModuleItem<?> item, Vector<?> components) {
    fields.put(item, (Component) components.lastElement());
  }

  private static Object value(ModuleItem<?> item, Component field) {
    if (field instanceof Checkbox) return ((Checkbox) field).getState();
    if (field instanceof Choice) return ((Choice) field).getSelectedItem();
    return Inputs.parse(item, ((TextField) field).getText());
  }

  /** A field's value that cannot be read yet, as while it is typed, is passed over until OK. */
  private void changed(Object source) {
    for (Map.Entry<ModuleItem<?>, Component> field : fields.entrySet()) {
      ModuleItem<?> item = field.getKey();
      if (field.getValue() != source || item.getCallback() == null) continue;
      Object before = module.getInput(item.getName());
      try {
        module.setInput(item.getName(), value(item, field.getValue()));
        call(item);
      } catch (IllegalArgumentException unreadable) {
        module.setInput(item.getName(), before);
      }
    }
  }

  private void call(ModuleItem<?> item) {
    Map<String, Object> before = new HashMap<>(module.getInputs());
    try {
      item.callback(module);
    } catch (MethodCallException e) {
      throw new IllegalStateException(e);
    }
    Map<String, Object> after = new HashMap<>(module.getInputs());
    EventQueue.invokeLater(
        () -> {
          fields.forEach(
              (other, field) -> {
                Object value = after.get(other.getName());
                if (field instanceof TextField
                    && !Objects.equals(before.get(other.getName()), value))
                  ((TextField) field).setText(Inputs.text(value));
              });
          messages.forEach(
              (message, label) -> label.setText(lines(module.getInput(message.getName()))));
          dialog.pack();
        });
  }
}
