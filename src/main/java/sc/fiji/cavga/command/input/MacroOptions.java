package sc.fiji.cavga.command.input;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a macro gives to a command of ours: {@code key=value}, {@code key=[a value with spaces]} or
 * a key alone, for true. A bracket belongs to the value unless a key or nothing follows, so that
 * paths may hold brackets.
 */
public final class MacroOptions {

  private final Map<String, String> values = new LinkedHashMap<>();
  private final String options;
  private final Pattern closing;
  private int at;

  /**
   * @param keys that there are
   * @throws IllegalArgumentException with one sentence when there is another key, which ImageJ
   *     would pass over silently
   */
  public MacroOptions(String options, Collection<String> keys) {
    this.options = asWritten(options);
    String any = keys.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    closing = Pattern.compile("\\](?=\\s*$|\\s+(?:" + any + ")(?:[=\\s]|$))");
    for (skipSpaces(); at < this.options.length(); skipSpaces()) {
      String key = key();
      if (!keys.contains(key))
        throw new IllegalArgumentException(
            "There is no input \"" + key + "\"; there are " + String.join(", ", keys) + ".");
      values.put(key, value());
    }
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
    int end = matcher.find(start) ? matcher.start() : options.length();
    at = Math.min(end + 1, options.length());
    return options.substring(start, end);
  }
}
