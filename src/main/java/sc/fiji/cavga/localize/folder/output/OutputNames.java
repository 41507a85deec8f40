package sc.fiji.cavga.localize.folder.output;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the files of a picture are called: its relative path without the extension. Names are such
 * that every system takes them, and no two pictures have the same, not even where letters' case
 * counts for nothing.
 */
public final class OutputNames {

  /** Room for a slice's number, an extension and a temporary name, in the usual 255 bytes. */
  private static final int LONGEST = 180;

  private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cntrl}<>:\"\\\\|?*]");
  private static final Pattern RESERVED =
      Pattern.compile(
          "(?i)(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9\u00b9\u00b2\u00b3]) *(\\..*)?");
  private static final Pattern NUMBERED = Pattern.compile("(.*)_\\d{4,}");

  /** From a claimed name, as systems compare it, to the file it belongs to. */
  private final Map<String, String> owners = new HashMap<>();

  private final Map<String, String> names = new HashMap<>();

  /** Keeps the name that a file had in an earlier run. */
  public void keep(String file, String name) {
    names.put(file, name);
    owners.put(key(name), file);
  }

  /**
   * Names files that have none yet. A base name that several share goes to none of them: they keep
   * their extensions, so that names do not depend on the order.
   *
   * @param files relative paths with forward slashes
   */
  public void add(Set<String> files) {
    Map<String, Integer> shared = new HashMap<>();
    for (String file : files) {
      String base = key(safe(withoutExtension(file)));
      shared.merge(base, 1, Integer::sum);
      // A stack's slices are numbered, and must not meet a file that is numbered alike.
      if (NUMBERED.matcher(base).matches())
        shared.merge(NUMBERED.matcher(base).replaceFirst("$1"), 1, Integer::sum);
    }
    for (String file : files) {
      if (names.containsKey(file)) continue;
      String base = safe(withoutExtension(file));
      boolean alone = shared.get(key(base)) == 1 && !owners.containsKey(key(base));
      keep(file, alone ? base : unclaimed(safe(file)));
    }
  }

  private String unclaimed(String name) {
    String candidate = name;
    for (int i = 2; owners.containsKey(key(candidate)); i++) candidate = name + "-" + i;
    return candidate;
  }

  /** With forward slashes, to be followed by an extension. */
  public String name(String file) {
    return names.get(file);
  }

  /** The name of one of several slices, counted from 0. */
  public static String slice(String name, int slice, int slices) {
    return slices == 1 ? name : String.format(Locale.ROOT, "%s_%04d", name, slice + 1);
  }

  /**
   * By upper case too: some systems take letters for one that share it alone, as \u00b5 and \u03bc.
   */
  private static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }

  private static String withoutExtension(String file) {
    int dot = file.lastIndexOf('.');
    return dot > file.lastIndexOf('/') + 1 ? file.substring(0, dot) : file;
  }

  private static String safe(String file) {
    StringBuilder safe = new StringBuilder();
    String[] parts = file.split("/");
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) safe.append('/');
      // A folder must not have the name that a map, an overlay or an archive may have.
      String part = safePart(parts[i]);
      safe.append(part).append(i < parts.length - 1 && part.matches(".*\\.\\w{3}") ? "_" : "");
    }
    return safe.toString();
  }

  private static String safePart(String part) {
    String safe = FORBIDDEN.matcher(part).replaceAll("_");
    if (safe.endsWith(" ") || safe.endsWith(".")) safe = safe.substring(0, safe.length() - 1) + "_";
    if (RESERVED.matcher(safe).matches()) safe = "_" + safe;
    if (safe.getBytes(StandardCharsets.UTF_8).length <= LONGEST) return safe;
    String hash = "~" + Integer.toHexString(part.hashCode());
    int end = safe.length();
    while (safe.substring(0, end).getBytes(StandardCharsets.UTF_8).length > LONGEST - hash.length()
        || Character.isHighSurrogate(safe.charAt(end - 1))) end--;
    return safe.substring(0, end) + hash;
  }
}
