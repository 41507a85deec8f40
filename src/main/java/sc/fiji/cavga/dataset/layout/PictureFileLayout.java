package sc.fiji.cavga.dataset.layout;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import org.scijava.Context;
import org.scijava.plugin.Parameter;
import sc.fiji.cavga.dataset.DatasetLayout;
import sc.fiji.cavga.dataset.LayoutException;
import sc.fiji.cavga.dataset.PictureFolder;
import sc.fiji.cavga.read.PictureReader;

/** What layouts of picture files have in common: their readers, and complaints with the tree. */
abstract class PictureFileLayout implements DatasetLayout {

  /** Set where SciJava made this layout; its readers may be more than the standard ones. */
  @Parameter(required = false)
  private Context context;

  private PictureReader reader;

  final synchronized PictureReader reader() {
    if (reader == null)
      reader = context == null ? PictureReader.standard() : PictureReader.of(context);
    return reader;
  }

  final LayoutException problem(String sentence) {
    return new LayoutException(sentence, this);
  }

  final void requireRoot(Path root) throws IOException {
    if (!Files.isDirectory(root))
      throw problem("The data set's folder " + root + " does not exist.");
  }

  static boolean has(Path root, String folder) {
    return Files.isDirectory(root.resolve(folder));
  }

  /** The folder's pictures, at least one, by their paths relative to it. */
  final Map<String, Path> pictures(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) throw problem("The folder " + folder + " is missing.");
    Map<String, Path> files = PictureFolder.files(folder);
    if (files.isEmpty())
      throw problem("The folder " + folder + " holds no pictures; add some or remove it.");
    return files;
  }

  /** The names of the folders in a folder, in their order; empty where there is no such folder. */
  static TreeSet<String> folders(Path folder) {
    TreeSet<String> names = new TreeSet<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isDirectory)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (!name.startsWith(".")) names.add(name);
      }
    } catch (IOException e) {
      // What cannot be listed has no folders; whoever needs one says which is missing.
      return names;
    }
    return names;
  }

  /**
   * @param kind what is chosen, such as "class"
   * @param wanted null where it was not said
   * @throws LayoutException that lists the known ones where it is not among them
   */
  final String choose(String kind, String wanted, Collection<String> known) throws IOException {
    if (wanted != null && known.contains(wanted)) return wanted;
    throw LayoutException.noSuch(kind, "is meant", wanted, known, this);
  }

  /** Without the last extension. */
  static String baseName(String name) {
    int dot = name.lastIndexOf('.');
    return dot > name.lastIndexOf('/') + 1 ? name.substring(0, dot) : name;
  }
}
