package sc.fiji.cavga.command.input;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * Asks for inputs until all of what was typed can be read, or the user gives up: what cannot be
 * read is named, and nobody has to type the rest again.
 */
final class Answers {

  /** What people see. */
  interface Form {

    /**
     * @param texts of the inputs, as they are or as they were typed before
     * @return as they were typed; null when the user has closed it
     */
    Map<ModuleItem<?>, String> ask(Map<ModuleItem<?>, String> texts);

    /**
     * @param sentence that says what cannot be read
     */
    void tell(String sentence);
  }

  private final Module module;
  private final BiConsumer<String, Object> check;

  /**
   * @param check is given each name and value, and throws what {@link Inputs#parse} throws when it
   *     is out of range
   */
  Answers(Module module, BiConsumer<String, Object> check) {
    this.module = module;
    this.check = check;
  }

  /**
   * Sets all of the inputs, or none.
   *
   * @return false when the user has closed the form
   */
  boolean take(List<ModuleItem<?>> items, Form form) {
    Map<ModuleItem<?>, String> texts = new LinkedHashMap<>();
    for (ModuleItem<?> item : items) texts.put(item, Inputs.text(module.getInput(item.getName())));
    while (true) {
      texts = form.ask(texts);
      if (texts == null) return false;
      try {
        read(texts).forEach(module::setInput);
        return true;
      } catch (IllegalArgumentException e) {
        form.tell(e.getMessage());
      }
    }
  }

  private Map<String, Object> read(Map<ModuleItem<?>, String> texts) {
    Map<String, Object> values = new LinkedHashMap<>();
    texts.forEach(
        (item, text) -> {
          Object value = Inputs.parse(item, text, "\"" + item.getLabel() + "\"");
          check.accept(item.getName(), value);
          values.put(item.getName(), value);
        });
    return values;
  }
}
