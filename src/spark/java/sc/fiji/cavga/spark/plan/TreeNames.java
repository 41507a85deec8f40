package sc.fiji.cavga.spark.plan;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import sc.fiji.cavga.dataset.mask.MaskNames;

/** Names of listed files, each relative to its own tree. Rows of files are path and file. */
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

  /** A row with the file's place, as {@link MaskNames} has it. */
  Row place(Row file) {
    String root = root(file.getString(1));
    return RowFactory.create(
        root + END + MaskNames.place(relative(file.getString(1), root)));
  }

  /**
   * For each photograph that a file may be a mask of, the best first: path, file, the photograph's
   * place, the row's number, and the kind of mask.
   */
  Iterator<Row> kinds(Row file) {
    String root = root(file.getString(1));
    List<Row> rows = new ArrayList<>();
    MaskNames.kinds(relative(file.getString(1), root))
        .forEach(
            (place, kind) ->
                rows.add(
                    RowFactory.create(
                        file.get(0),
                        file.get(1),
                        root + END + place,
                        rows.size(),
                        root + END + kind)));
    return rows.iterator();
  }
}
