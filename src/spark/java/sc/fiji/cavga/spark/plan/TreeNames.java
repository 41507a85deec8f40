package sc.fiji.cavga.spark.plan;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.cavga.dataset.mask.MaskNames;

/** How files are called in their trees, which tells masks from photographs. */
final class TreeNames implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Between a tree and what lies in it; no part of a name. */
  private static final String END = "\0";

  private final List<String> roots;

  /**
   * @param roots places of folders and files; where they are several, names begin with theirs
   */
  TreeNames(List<String> roots) {
    this.roots = new ArrayList<>(roots.size() > 1 ? roots : List.of());
    // Of a folder in another one the inner one counts.
    this.roots.sort(Comparator.comparing(String::length).reversed());
  }

  private String root(String name) {
    for (String root : roots) if (name.startsWith(root + "/")) return root;
    return "";
  }

  private static String relative(String name, String root) {
    return root.isEmpty() ? name : name.substring(root.length() + 1);
  }

  /** A file's place, as {@link MaskNames} has it. */
  String place(String name) {
    String root = root(name);
    return root + END + MaskNames.place(relative(name, root));
  }

  /**
   * By the places of photographs that a file may be a mask of, the best first, the kind of mask.
   */
  Map<String, String> kinds(String name) {
    String root = root(name);
    Map<String, String> kinds = new LinkedHashMap<>();
    MaskNames.kinds(relative(name, root))
        .forEach((place, kind) -> kinds.put(root + END + place, root + END + kind));
    return kinds;
  }
}
