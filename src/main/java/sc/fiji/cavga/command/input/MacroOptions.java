package sc.fiji.cavga.command.input;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a macro gives to a command of ours: {@code key=value}, {@code key=[a value with spaces]} or
 * a key alone, for true. A bracket belongs to the value unless nothing, a key or what is written
 * like one with its value follows, so that paths may hold brackets, and a misspelt key is no part
 * of one.
 */
public final class MacroOptions {

  private final Map<String, String> values = new LinkedHashMap<>();
  private final String options;
  private final Pattern closing;
  private int at;

  /**
   * @param keys that there are
   * @throws IllegalArgumentException with one sentence when there are other keys, which ImageJ
   *     would pass over silently: all of them, and which ones may be meant
   */
  public MacroOptions(String options, Collection<String> keys) {
    this(keys, options);
    wrong(keys)
        .ifPresent(
            sentence -> {
              throw new IllegalArgumentException(sentence);
            });
  }

  /**
   * The same where other keys do not matter.
   *
   * @param options null where there are none
   */
  public static MacroOptions withOthers(String options, Collection<String> keys) {
    return new MacroOptions(keys, options == null ? "" : options);
  }

  private MacroOptions(Collection<String> keys, String options) {
    this.options = asWritten(options);
    String any = keys.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    closing = Pattern.compile("\\](?=\\s*$|\\s+(?:" + any + ")(?:[=\\s]|$)|\\s+[A-Za-z_]\\w*=)");
    for (skipSpaces(); at < this.options.length(); skipSpaces()) {
      String key = key();
      values.put(key, value());
    }
  }

  /**
   * What is wrong with the keys of a macro that runs a command in Fiji, which passes over those
   * that it does not know.
   *
   * @param options of the macro; null where there is none
   * @param keys that the command has
   * @return one sentence; empty where all are known, and where none is even alike: the options of
   *     another command that runs this one
   */
  public static Optional<String> wrongIn(String options, Collection<String> keys) {
    if (options == null) return Optional.empty();
    MacroOptions all = new MacroOptions(keys, options);
    boolean ours =
        all.values.keySet().stream()
            .anyMatch(key -> keys.contains(key) || UnknownKeys.nearest(key, keys).isPresent());
    return ours ? all.wrong(keys) : Optional.empty();
  }

  private Optional<String> wrong(Collection<String> keys) {
    Set<String> unknown = new LinkedHashSet<>(values.keySet());
    unknown.removeAll(keys);
    return unknown.isEmpty() ? Optional.empty() : Optional.of(UnknownKeys.sentence(unknown, keys));
  }

  /** Empty where the key is not given. */
  public Optional<String> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /**
   * What a macro's author wrote: ImageJ takes a macro file's bytes for ISO 8859-1, so that the
   * letters of a path that are not ASCII come as their UTF-8 bytes, each a letter by itself.
   */
  public static String asWritten(String options) {
    CharsetEncoder bytes = StandardCharsets.ISO_8859_1.newEncoder();
    if (!bytes.canEncode(options)) return options;
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(options.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException alreadyRight) {
      return options;
    }
  }

  private void skipSpaces() {
    while (at < options.length() && options.charAt(at) == ' ') at++;
  }

  private String key() {
    int start = at;
    while (at < options.length() && " =".indexOf(options.charAt(at)) < 0) at++;
    return options.substring(start, at);
  }

  private String value() {
    if (at == options.length() || options.charAt(at) == ' ') return "true";
    int start = ++at;
    if (start < options.length() && options.charAt(start) == '[') return bracketed(start + 1);
    while (at < options.length() && options.charAt(at) != ' ') at++;
    return options.substring(start, at);
  }

  private String bracketed(int start) {
    Matcher matcher = closing.matcher(options);
    int last = options.lastIndexOf(']');
    int end = matcher.find(start) ? matcher.start() : last < start ? options.length() : last;
    at = Math.min(end + 1, options.length());
    return options.substring(start, end);
  }

  /** Says which keys of a macro a command does not have, and which ones may be meant. */
  private static final class UnknownKeys {

    private UnknownKeys() {}

    /**
     * @param unknown at least one
     * @param keys that there are
     * @return one sentence
     */
    static String sentence(Collection<String> unknown, Collection<String> keys) {
      String named =
          unknown.stream()
              .map(
                  key ->
                      "\""
                          + key
                          + "\""
                          + nearest(key, keys).map(near -> " (is " + near + " meant?)").orElse(""))
              .collect(Collectors.joining(" and no "));
      return "There is no input " + named + "; there are " + String.join(", ", keys) + ".";
    }

    /** The key that differs in the fewest letters; empty where more than a third differs. */
    static Optional<String> nearest(String key, Collection<String> keys) {
      return keys.stream()
          .min(Comparator.comparingInt(each -> changes(key, each)))
          .filter(each -> changes(key, each) <= Math.max(key.length(), each.length()) / 3);
    }

    /** Letters to put in, take out, replace or swap with the next one; capitals are no change. */
    private static int changes(String one, String other) {
      String a = one.toLowerCase(Locale.ROOT);
      String b = other.toLowerCase(Locale.ROOT);
      int[][] changes = new int[a.length() + 1][b.length() + 1];
      for (int i = 0; i <= a.length(); i++)
        for (int j = 0; j <= b.length(); j++) {
          if (i == 0 || j == 0) {
            changes[i][j] = i + j;
            continue;
          }
          int replaced = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
          int fewest = Math.min(changes[i - 1][j], changes[i][j - 1]) + 1;
          fewest = Math.min(fewest, changes[i - 1][j - 1] + replaced);
          boolean swapped =
              i > 1
                  && j > 1
                  && a.charAt(i - 1) == b.charAt(j - 2)
                  && a.charAt(i - 2) == b.charAt(j - 1);
          changes[i][j] = swapped ? Math.min(fewest, changes[i - 2][j - 2] + 1) : fewest;
        }
      return changes[a.length()][b.length()];
    }
  }
}
