package sc.fiji.cavga.dataset;

import java.io.IOException;
import java.nio.file.Path;
import org.scijava.plugin.SciJavaPlugin;

/** A way in which data sets lie on disk. A SciJava plugin, so that an update site can add one. */
public interface DatasetLayout extends SciJavaPlugin {

  /** What the command line and the macros call it, such as "folder". */
  String name();

  /** The folder tree that is expected, for messages and help, one line per entry. */
  String expectedTree();

  /** Whether the folder looks like this layout; quick, never throws. */
  boolean matches(Path root);

  /** What the pictures show. */
  default Subject subject() {
    return Subject.RETINA;
  }

  /**
   * @param normalClass for one-class protocols over labelled data: the class that is normal; null
   *     where the layout has no classes
   * @throws IOException with one sentence that names what is missing and the tree that was expected
   */
  Dataset open(Path root, String normalClass) throws IOException;
}
