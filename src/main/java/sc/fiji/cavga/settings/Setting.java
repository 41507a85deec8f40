package sc.fiji.cavga.settings;

import com.google.gson.JsonPrimitive;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import sc.fiji.cavga.io.Excerpt;

/**
 * The declaration of one setting: what it is called, which values it takes, and the words that
 * people read about it. Immutable: each step of a declaration makes a new one.
 *
 * <pre>{@code
 * static final Setting<Integer> EPOCHS =
 *     Setting.integer("epochs", 40).within(1, 5000).json("schedule.epochs")
 *         .label("Epochs").help("How often the pictures are gone through at most.");
 * }</pre>
 *
 * @param <T> Integer, Long, Double, Boolean, or an enum whose constants are written in lower case
 */
public final class Setting<T> {

  /** Where people meet a setting, beside the command line, which has all of them. */
  public enum Page {
    /** The dialog's first page. */
    FIRST,
    /** The dialog's page of what most people keep. */
    ADVANCED,
    /** No page: the command line alone. */
    NONE
  }

  private final String key;
  private final Class<T> type;
  private final T initial;
  private final Function<String, T> parser;
  private String range;
  private double least = Double.NEGATIVE_INFINITY;
  private double most = Double.POSITIVE_INFINITY;
  private boolean withoutLeast;
  private boolean withoutMost;
  private String json;
  private String label;
  private String help = "";
  private String shown;
  private Page page = Page.NONE;
  private boolean free;

  private Setting(String key, Class<T> type, T initial, Function<String, T> parser) {
    this.key = Objects.requireNonNull(key);
    this.type = type;
    this.initial = Objects.requireNonNull(initial);
    this.parser = parser;
    this.json = key;
    this.label = key;
    this.shown = text(initial);
  }

  /**
   * @param key in lower snake case: the macro's key, and with hyphens the option's name
   */
  public static Setting<Integer> integer(String key, int initial) {
    return new Setting<>(key, Integer.class, initial, Integer::valueOf);
  }

  /** As {@link #integer}, for numbers that may be larger. */
  public static Setting<Long> whole(String key, long initial) {
    return new Setting<>(key, Long.class, initial, Long::valueOf);
  }

  /** As {@link #integer}, for any finite number. */
  public static Setting<Double> number(String key, double initial) {
    return new Setting<>(key, Double.class, initial, DecimalNumber::parse);
  }

  /** As {@link #integer}, for what is on or off. */
  public static Setting<Boolean> toggle(String key, boolean initial) {
    return new Setting<>(key, Boolean.class, initial, Setting::truth);
  }

  /** As {@link #integer}, for one of several constants, written in lower case. */
  public static <E extends Enum<E>> Setting<E> choice(String key, E initial) {
    Class<E> type = initial.getDeclaringClass();
    return new Setting<>(key, type, initial, text -> constant(type, text));
  }

  private Setting<T> with(Consumer<Setting<T>> change) {
    Setting<T> copy = new Setting<>(key, type, initial, parser);
    copy.range = range;
    copy.least = least;
    copy.most = most;
    copy.withoutLeast = withoutLeast;
    copy.withoutMost = withoutMost;
    copy.json = json;
    copy.label = label;
    copy.help = help;
    copy.shown = shown;
    copy.page = page;
    copy.free = free;
    change.accept(copy);
    return copy;
  }

  private static Boolean truth(String text) {
    if (text.equals("true") || text.equals("false")) return Boolean.valueOf(text);
    throw new IllegalArgumentException(text);
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String text) {
    for (E each : type.getEnumConstants()) if (name(each).equals(text)) return each;
    throw new IllegalArgumentException(text);
  }

  /** The smallest and the largest value that is allowed. */
  public Setting<T> within(double smallest, double largest) {
    return with(
        copy -> {
          copy.least = smallest;
          copy.most = largest;
        });
  }

  /** The value must lie above and below these, and not be one of them. */
  public Setting<T> between(double below, double above) {
    return above(below, above).with(copy -> copy.withoutMost = true);
  }

  /** The value must lie above the first and may be the second. */
  public Setting<T> above(double below, double largest) {
    return within(below, largest).with(copy -> copy.withoutLeast = true);
  }

  /** Another wording of the range, such as "1 or 3"; the check stays {@link #within}'s. */
  public Setting<T> range(String words) {
    return with(copy -> copy.range = words);
  }

  /** Where the value stands in the model file, with dots between objects; the key unless said. */
  public Setting<T> json(String path) {
    return with(copy -> copy.json = path);
  }

  /** What a dialog calls it. */
  public Setting<T> label(String text) {
    return with(copy -> copy.label = text);
  }

  /** One or two sentences for dialogs, the command line and the reference. */
  public Setting<T> help(String text) {
    return with(copy -> copy.help = text);
  }

  /** What stands as the default where the value itself says nothing, such as "no limit". */
  public Setting<T> shown(String text) {
    return with(copy -> copy.shown = text);
  }

  /** The page of the dialog that has it. */
  public Setting<T> on(Page where) {
    return with(copy -> copy.page = where);
  }

  /** A training that goes on from a checkpoint may be given another value. */
  public Setting<T> free() {
    return with(copy -> copy.free = true);
  }

  public String key() {
    return key;
  }

  /** Of the command line, with its hyphens. */
  public String option() {
    return "--" + key.replace('_', '-');
  }

  public Class<T> type() {
    return type;
  }

  /** The default. */
  public T initial() {
    return initial;
  }

  public String jsonPath() {
    return json;
  }

  public String label() {
    return label;
  }

  public String help() {
    return help;
  }

  /** The default as people read it. */
  public String shownDefault() {
    return shown;
  }

  public Page page() {
    return page;
  }

  /** Whether a resumed training may be given another value. */
  public boolean isFree() {
    return free;
  }

  /** The values' names where there are a few; empty otherwise. */
  public String[] choices() {
    if (!type.isEnum()) return new String[0];
    return Arrays.stream(type.getEnumConstants())
        .map(each -> name((Enum<?>) each))
        .toArray(String[]::new);
  }

  /**
   * A value as macros, the command line and the dialog give it.
   *
   * @throws IllegalArgumentException with one sentence that names the setting and its range
   */
  public T parse(String given) {
    T value;
    try {
      value = parser.apply(given.trim());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(problem(given.trim()), e);
    }
    return checked(value);
  }

  /**
   * The value itself where it lies in the range.
   *
   * @throws IllegalArgumentException with one sentence that names the setting and its range
   */
  public T checked(T value) {
    if (value instanceof Number) {
      double number = ((Number) value).doubleValue();
      boolean high = withoutLeast ? number > least : number >= least;
      boolean low = withoutMost ? number < most : number <= most;
      if (!(high && low) || Double.isInfinite(number))
        throw new IllegalArgumentException(problem(text(value)));
    }
    return value;
  }

  private String problem(String given) {
    String name = label.replaceFirst(" \\(.*", "");
    return name + " (" + key + ") must be " + rangeText() + ", not " + Excerpt.of(given) + ".";
  }

  /** Such as "1 to 5000", "fundus or none", "true or false". */
  public String rangeText() {
    if (range != null) return range;
    if (type.isEnum()) return Arrays.stream(choices()).collect(Collectors.joining(" or "));
    if (type == Boolean.class) return "true or false";
    String what = type == Double.class ? "a number" : "a whole number";
    if (Double.isInfinite(least)) return what;
    String from = (withoutLeast ? "above " : "") + plain(least);
    if (Double.isInfinite(most)) return withoutLeast ? from : from + " or more";
    return from
        + (withoutMost ? " and below " : withoutLeast ? " and at most " : " to ")
        + plain(most);
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e16
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.valueOf(value);
  }

  /** A value as {@link #parse} takes it back. */
  public String text(T value) {
    return value instanceof Enum ? name((Enum<?>) value) : String.valueOf(value);
  }

  JsonPrimitive toJson(T value) {
    if (value instanceof Number) return new JsonPrimitive((Number) value);
    if (value instanceof Boolean) return new JsonPrimitive((Boolean) value);
    return new JsonPrimitive(text(value));
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return key;
  }
}
