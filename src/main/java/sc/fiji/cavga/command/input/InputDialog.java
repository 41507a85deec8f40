package sc.fiji.cavga.command.input;

import ij.IJ;
import ij.gui.GenericDialog;
import ij.gui.MultiLineLabel;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.TextField;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Vector;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import org.scijava.module.MethodCallException;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.widget.Button;
import org.scijava.widget.FileWidget;

/**
 * A dialog of ImageJ's made from a command's inputs, for plain ImageJ and for what Fiji's own
 * dialog leaves to a second page. It does what Fiji's does: an input's callback is called when its
 * value changes, and messages and what else it has changed follow.
 */
public final class InputDialog {

  private static final int COLUMNS = 36;
  private static final int NUMBER = 8;

  /** SciJava's, where an input does not say. */
  private static final int DEFAULT_COLUMNS = 6;

  private final String title;
  private final Module module;
  private final BiConsumer<String, Object> check;
  private final Map<ModuleItem<?>, Component> fields = new LinkedHashMap<>();
  private final Map<ModuleItem<?>, MultiLineLabel> messages = new LinkedHashMap<>();
  private GenericDialog dialog;

  public InputDialog(String title, Module module) {
    this(title, module, (name, value) -> {});
  }

  /**
   * @param check is given the name and the value of each input that was typed, and throws an {@link
   *     IllegalArgumentException} with one sentence when it is out of range
   */
  public InputDialog(String title, Module module, BiConsumer<String, Object> check) {
    this.title = title;
    this.module = module;
    this.check = check;
  }

  /**
   * Asks for some of the module's inputs and sets them. Where one of them cannot be read that is
   * said, and the dialog opens again with what was typed.
   *
   * @return false when the user has closed the dialog: nothing is set then
   */
  public boolean ask(List<ModuleItem<?>> items) {
    List<ModuleItem<?>> given = new ArrayList<>();
    for (ModuleItem<?> item : items)
      if (!Inputs.isMessage(item) && item.getType() != Button.class) given.add(item);
    if (given.isEmpty()) return true;
    return new Answers(module, check)
        .take(
            given,
            new Answers.Form() {

              @Override
              public Map<ModuleItem<?>, String> ask(Map<ModuleItem<?>, String> texts) {
                return show(items, texts);
              }

              @Override
              public void tell(String sentence) {
                IJ.error(title, sentence);
              }
            });
  }

  /** Null when the user has closed it. */
  private Map<ModuleItem<?>, String> show(
      List<ModuleItem<?>> items, Map<ModuleItem<?>, String> texts) {
    dialog = new GenericDialog(title);
    fields.clear();
    messages.clear();
    for (ModuleItem<?> item : items) add(item, texts.get(item));
    dialog.addHelp(HelpPage.of(module.getInfo()));
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
    if (dialog.wasCanceled()) return null;
    Map<ModuleItem<?>, String> typed = new LinkedHashMap<>();
    fields.forEach((item, field) -> typed.put(item, text(item, field)));
    return typed;
  }

  /**
   * @param text null for a message or a button
   */
  private void add(ModuleItem<?> item, String text) {
    String label = item.getLabel();
    if (Inputs.isMessage(item)) {
      dialog.addMessage(lines(module.getInput(item.getName())));
      if (dialog.getMessage() instanceof MultiLineLabel)
        messages.put(item, (MultiLineLabel) dialog.getMessage());
    } else if (item.getType() == Button.class)
      dialog.addButton(label, event -> new Thread(() -> call(item), label).start());
    else if (item.getType() == File.class) {
      if (FileWidget.DIRECTORY_STYLE.equals(item.getWidgetStyle()))
        dialog.addDirectoryField(label, text, COLUMNS);
      else dialog.addFileField(label, text, COLUMNS);
      put(item, dialog.getStringFields());
    } else if (item.getType() == boolean.class) {
      dialog.addCheckbox(label, Boolean.parseBoolean(text));
      put(item, dialog.getCheckboxes());
    } else if (item.getType() == String.class && Inputs.choices(item).length == 0) {
      dialog.addStringField(label, text, columns(item));
      put(item, dialog.getStringFields());
    } else if (item.getType() == String.class) {
      String[] choices = Inputs.choices(item);
      int chosen = Math.max(0, Arrays.asList(choices).indexOf(text));
      dialog.addChoice(label, Inputs.words(item), Inputs.words(item)[chosen]);
      put(item, dialog.getChoices());
    } else {
      dialog.addStringField(label, text, NUMBER);
      put(item, dialog.getStringFields());
    }
  }

  /** A message, with room for one more line. */
  private static String lines(Object message) {
    return Inputs.lines(message) + "\n ";
  }

  private void put(ModuleItem<?> item, Vector<?> components) {
    fields.put(item, (Component) components.lastElement());
  }

  /** Wide, unless the input says how wide. */
  private static int columns(ModuleItem<?> item) {
    return item.getColumnCount() == DEFAULT_COLUMNS ? COLUMNS : item.getColumnCount();
  }

  /** As macros have it. */
  private static String text(ModuleItem<?> item, Component field) {
    if (field instanceof Checkbox) return String.valueOf(((Checkbox) field).getState());
    if (field instanceof Choice) return Inputs.choices(item)[((Choice) field).getSelectedIndex()];
    return ((TextField) field).getText();
  }

  /** A field's value that cannot be read yet, as while it is typed, is passed over until OK. */
  private void changed(Object source) {
    for (Map.Entry<ModuleItem<?>, Component> field : fields.entrySet()) {
      ModuleItem<?> item = field.getKey();
      if (field.getValue() != source || item.getCallback() == null) continue;
      Object before = module.getInput(item.getName());
      try {
        module.setInput(item.getName(), Inputs.parse(item, text(item, field.getValue())));
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
