package sc.fiji.cavga.method.disc.teaching;

import java.io.IOException;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.BitType;
import sc.fiji.cavga.picture.Picture;

/**
 * A photograph to teach with, of a whole retina or of the optic disc alone, and the outlines that
 * are known of it. Everything is read when it is asked for.
 */
public interface DiscSample {

  /** What to call it in messages. */
  String name();

  /**
   * @throws IOException with one sentence that names the file and says what to do
   */
  Picture picture() throws IOException;

  /**
   * The optic disc, its cup included.
   *
   * @return axes (X,Y), as large as the picture; empty where nobody has outlined it
   * @throws IOException with one sentence that names the file and says what to do
   */
  Optional<RandomAccessibleInterval<BitType>> disc() throws IOException;

  /**
   * The cup.
   *
   * @return axes (X,Y), as large as the picture; empty where nobody has outlined it
   * @throws IOException with one sentence that names the file and says what to do
   */
  Optional<RandomAccessibleInterval<BitType>> cup() throws IOException;
}
