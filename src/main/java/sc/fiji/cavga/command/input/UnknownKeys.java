package sc.fiji.cavga.command.input;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says which keys of a macro a command does not have, and which ones may be meant. */
final class UnknownKeys {

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
