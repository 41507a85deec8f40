package sc.fiji.cavga.command.input;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.scijava.ItemVisibility;
import org.scijava.module.Module;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;
import org.scijava.widget.Button;
import sc.fiji.cavga.settings.DecimalNumber;
import sc.fiji.cavga.ui.TextLines;

/** What plain ImageJ, the recorder and the second page have to know of a command's inputs. */
public final class Inputs {

  /** An input with this attribute is on the second page, which Fiji's dialog does not have. */
  public static final String ADVANCED = "advanced";

  /** An input with this attribute has words for its choices, in their order, between bars. */
  public static final String WORDS = "words";

  /** The name of the button that Fiji's dialogs have for the help page. */
  private static final String HELP = "help";

  /** Letters of a message's line. */
  private static final int LINE = 76;

  private Inputs() {}

  /** On the first page, in order: what people give, messages and buttons. */
  public static List<ModuleItem<?>> firstPage(ModuleInfo info) {
    List<ModuleItem<?>> items = new ArrayList<>();
    for (ModuleItem<?> item : info.inputs())
      if (!isAdvanced(item) && (isGiven(item) || isMessage(item) || isButton(item)))
        items.add(item);
    return items;
  }

  /** What is left to the second page: with defaults that most people keep. */
  public static List<ModuleItem<?>> advanced(ModuleInfo info) {
    List<ModuleItem<?>> items = new ArrayList<>();
    for (ModuleItem<?> item : info.inputs()) if (isAdvanced(item) && isGiven(item)) items.add(item);
    return items;
  }

  /** All that both pages ask for, the first page's first; the image is the open one. */
  public static List<ModuleItem<?>> given(ModuleInfo info) {
    List<ModuleItem<?>> items = firstPage(info);
    items.removeIf(item -> !isGiven(item));
    items.addAll(advanced(info));
    return items;
  }

  /** All that macros can give: these, and what only macros of earlier versions have. */
  public static List<ModuleItem<?>> accepted(ModuleInfo info) {
    List<ModuleItem<?>> items = given(info);
    for (ModuleItem<?> item : info.inputs()) if (isFormer(item)) items.add(item);
    return items;
  }

  /** As {@link #accepted} by name, first to last, and what Fiji's recorder may write besides. */
  public static List<String> keys(ModuleInfo info) {
    Set<String> keys = new LinkedHashSet<>();
    for (ModuleItem<?> item : accepted(info)) keys.add(item.getName());
    for (ModuleItem<?> item : info.inputs())
      if (!Service.class.isAssignableFrom(item.getType())) keys.add(item.getName());
    return new ArrayList<>(keys);
  }

  private static boolean isFormer(ModuleItem<?> item) {
    return item.getVisibility() == ItemVisibility.INVISIBLE;
  }

  public static boolean isAdvanced(ModuleItem<?> item) {
    return item.is(ADVANCED);
  }

  public static boolean isMessage(ModuleItem<?> item) {
    return item.getVisibility() == ItemVisibility.MESSAGE;
  }

  /** ImageJ's dialogs have a button for help of their own. */
  private static boolean isButton(ModuleItem<?> item) {
    return item.getType() == Button.class && !item.getName().equals(HELP);
  }

  /** Services and the like are nobody's to give. */
  private static boolean isGiven(ModuleItem<?> item) {
    Class<?> type = item.getType();
    return !isMessage(item)
        && !isFormer(item)
        && (type.isPrimitive() || type == String.class || type == File.class);
  }

  /** The choices in words for people; the choices themselves where there are none. */
  static String[] words(ModuleItem<?> item) {
    String words = item.get(WORDS);
    return words == null ? choices(item) : words.split("\\|");
  }

  /** Empty where anything may be written. */
  static String[] choices(ModuleItem<?> item) {
    if (item.getChoices() == null) return new String[0];
    return item.getChoices().stream().map(String::valueOf).toArray(String[]::new);
  }

  /** The choice that words stand for; any other text as it is. */
  public static String choice(ModuleItem<?> item, String text) {
    String[] choices = choices(item);
    String[] words = words(item);
    if (Arrays.asList(choices).contains(text)) return text;
    for (int i = 0; i < choices.length; i++)
      if (words[i].equalsIgnoreCase(text.trim())) return choices[i];
    return text;
  }

  /** Puts what one run of a command was given into the next one, which then asks for it again. */
  public static void copy(Module from, Module to) {
    for (ModuleItem<?> item : from.getInfo().inputs())
      if (!Service.class.isAssignableFrom(item.getType()) && item.getType() != Button.class)
        to.setInput(item.getName(), from.getInput(item.getName()));
  }

  /** A value as macros write it. */
  public static String text(Object value) {
    if (value == null) return "";
    boolean whole = value instanceof Double && (Double) value == Math.rint((Double) value);
    return whole ? String.format(Locale.ROOT, "%.0f", value) : value.toString();
  }

  /**
   * A value as macros and people write it: 0.5, or 0,5.
   *
   * @throws IllegalArgumentException with one sentence when it is no value of the input's type
   */
  public static Object parse(ModuleItem<?> item, String text) {
    return parse(item, text, item.getName());
  }

  /**
   * The same.
   *
   * @param name of the input in the sentence
   */
  static Object parse(ModuleItem<?> item, String text, String name) {
    if (item.getType() == File.class) return new File(text);
    if (item.getType() == String.class) return choice(item, text);
    if (item.getType() == boolean.class) return Boolean.valueOf(text.trim());
    double value;
    try {
      value =
          item.getType() == double.class
              ? DecimalNumber.parse(text)
              : Double.parseDouble(text.trim());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          name + " must be a number, not \"" + text.trim() + "\".", e);
    }
    if (item.getType() == double.class) return value;
    if (value != Math.rint(value))
      throw new IllegalArgumentException(
          name + " must be a whole number, not " + text.trim() + ".");
    return item.getType() == int.class ? (Object) (int) value : (Object) (long) value;
  }

  /** A message's lines, which it may break as HTML does; long ones are broken. */
  public static String lines(Object message) {
    return Arrays.stream(String.valueOf(message).split("<br>"))
        .map(sentence -> TextLines.broken(sentence, LINE))
        .collect(Collectors.joining("\n"));
  }

  /** A paragraph about an input, in HTML. */
  static String help(ModuleItem<?> item) {
    return "<p><b>"
        + item.getLabel()
        + "</b> (in macros: "
        + item.getName()
        + ")<br>"
        + item.getDescription()
        + "</p>";
  }
}
