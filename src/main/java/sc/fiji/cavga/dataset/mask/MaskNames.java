package sc.fiji.cavga.dataset.mask;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells masks from the photographs that they belong to, by their names: a mask lies in a folder of
 * masks, and a photograph in another one has its name, to which the mask's may add something, such
 * as in {@code test/mask/a17.png} for {@code test/abnormal/a17.jpg}, or {@code
 * ground_truth/spot/000_mask.png} for {@code test/spot/000.png}.
 */
public final class MaskNames {

  /** Parts of a folder's name, without what separates words. */
  private static final List<String> FOLDERS =
      List.of("mask", "groundtruth", "segmentation", "annotation");

  /** The whole name, as "labelled" is a folder of photographs. */
  private static final Set<String> LABELS = Set.of("label", "labels");

  private static final String SEPARATORS = "_-. ";

  private MaskNames() {}

  /**
   * @param names of pictures, relative to one folder, with forward slashes
   * @return those that are masks of others
   */
  public static Set<String> among(Collection<String> names) {
    Set<String> photographs = new HashSet<>();
    for (String name : names) if (!isInMaskFolder(name)) photographs.add(base(name));
    return names.stream()
        .filter(name -> isInMaskFolder(name) && belongs(base(name), photographs))
        .collect(Collectors.toSet());
  }

  private static boolean isInMaskFolder(String name) {
    int end = name.lastIndexOf('/');
    if (end < 0) return false;
    for (String folder : name.substring(0, end).split("/")) {
      String letters = folder.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
      if (LABELS.contains(letters)) return true;
      for (String masks : FOLDERS) if (letters.contains(masks)) return true;
    }
    return false;
  }

  private static String base(String name) {
    String file = name.substring(name.lastIndexOf('/') + 1);
    int dot = file.lastIndexOf('.');
    return dot <= 0 ? file : file.substring(0, dot);
  }

  /** With its whole name, or without what follows a separator. */
  private static boolean belongs(String mask, Set<String> photographs) {
    if (photographs.contains(mask)) return true;
    for (int i = mask.length() - 1; i > 0; i--)
      if (SEPARATORS.indexOf(mask.charAt(i)) >= 0 && photographs.contains(mask.substring(0, i)))
        return true;
    return false;
  }
}
