package sc.fiji.cavga.read.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.scijava.plugin.SciJavaPlugin;
import sc.fiji.cavga.picture.Picture;

/**
 * Reads pictures from a file. Readers are SciJava plugins, so that an update site can add one; the
 * reader with the highest priority that accepts a file gets it.
 *
 * <p>A reader may be called from several threads at once, each with another file.
 */
public interface ImageReader extends SciJavaPlugin {

  /** Whether this reader is for such a file, judged by its name and first bytes. Never throws. */
  boolean accepts(Path file);

  /**
   * All pictures of a file: one for a photograph, one per slice, frame or series otherwise.
   *
   * @throws IOException with one sentence that says what is wrong with the file and what to do
   */
  List<Picture> read(Path file) throws IOException;

  /**
   * The same pictures, each to be read when it is asked for. Readers of files that may hold many do
   * not keep them all; others need not have it.
   *
   * @return to be closed by who asks
   * @throws IOException as {@link #read}, when the file as a whole is at fault; an {@link
   *     UnsupportedPictureException} may also come with the first picture
   */
  default PictureFile open(Path file) throws IOException {
    return PictureFile.of(read(file));
  }
}
