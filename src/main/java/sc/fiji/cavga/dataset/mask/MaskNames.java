package sc.fiji.cavga.dataset.mask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tells which files are called like masks of photographs: a mask lies in a folder of masks, and a
 * photograph in another one has its name, to which the mask's may add something, such as in {@code
 * test/mask/a17.png} for {@code test/abnormal/a17.jpg}, or {@code ground_truth/spot/000_mask.png}
 * for {@code test/spot/000.png}. A folder of masks around both of them says nothing.
 *
 * <p>A name may mislead, as photographs are called alike in many folders: whoever passes files over
 * looks at them too, see {@link MaskFiles}.
 */
public final class MaskNames {

  /** Parts of a folder's name, without what separates words. */
  private static final List<String> FOLDERS =
      List.of("mask", "groundtruth", "segmentation", "annotation");

  /** The whole name, as "labelled" is a folder of photographs. */
  private static final Set<String> LABELS = Set.of("label", "labels");

  private static final String SEPARATORS = "_-. ";

  /** No part of a file's name. */
  private static final char END = '\0';

  /** By {@link #place}. */
  private final Set<String> files = new HashSet<>();

  private MaskNames(Collection<String> names) {
    for (String name : names) files.add(place(name));
  }

  /**
   * @param names of pictures, relative to one folder, with forward slashes
   * @return those that are called like masks of others, by what they have in common: the folder,
   *     what their names add, and the extension
   */
  static Collection<Set<String>> among(Collection<String> names) {
    MaskNames all = new MaskNames(names);
    Map<String, Set<String>> alike = new TreeMap<>();
    for (String name : names)
      all.kind(name)
          .ifPresent(kind -> alike.computeIfAbsent(kind, none -> new TreeSet<>()).add(name));
    return alike.values();
  }

  private Optional<String> kind(String name) {
    return kinds(name).entrySet().stream()
        .filter(each -> files.contains(each.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Where a file lies, up to the last folder of masks, and how it is called. */
  public static String place(String name) {
    return name.substring(0, Math.max(0, masksEnd(name))) + END + base(name);
  }

  /**
   * What masks a file would belong to, for those who cannot have all names at once. It is the first
   * whose place some file has.
   *
   * @param name relative to one folder, with forward slashes
   * @return by the {@link #place} of its photograph; masks of one kind have in common the folder,
   *     what their names add, and the extension; empty for a file in no folder of masks
   */
  public static Map<String, String> kinds(String name) {
    Map<String, String> kinds = new LinkedHashMap<>();
    int end = masksEnd(name);
    if (end < 0) return kinds;
    int start = name.lastIndexOf('/');
    String base = base(name);
    for (int length = base.length(); length > 0; length--)
      if (length == base.length() || SEPARATORS.indexOf(base.charAt(length)) >= 0) {
        String kind = name.substring(0, start) + END + name.substring(start + 1 + length);
        for (String around : around(name.substring(0, end)))
          kinds.put(around + END + base.substring(0, length), kind);
      }
    return kinds;
  }

  /** Around the folder of masks, and in none that the mask is not in. */
  private static List<String> around(String masks) {
    List<String> folders = new ArrayList<>();
    for (int end = masks.lastIndexOf('/'); end > 0; end = masks.lastIndexOf('/', end - 1))
      folders.add(masks.substring(0, end));
    folders.add("");
    return folders;
  }

  /** Where the innermost folder of masks ends; -1 where there is none. */
  private static int masksEnd(String name) {
    int found = -1;
    int start = 0;
    for (int end = name.indexOf('/'); end >= 0; end = name.indexOf('/', start)) {
      if (isOfMasks(name.substring(start, end))) found = end;
      start = end + 1;
    }
    return found;
  }

  private static boolean isOfMasks(String folder) {
    String letters = folder.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return LABELS.contains(letters) || FOLDERS.stream().anyMatch(letters::contains);
  }

  private static String base(String name) {
    String file = name.substring(name.lastIndexOf('/') + 1);
    int dot = file.lastIndexOf('.');
    return dot <= 0 ? file : file.substring(0, dot);
  }
}
