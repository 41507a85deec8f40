package sc.fiji.cavga.method.disc.teaching.layout;

import java.io.IOException;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.BitType;
import sc.fiji.cavga.dataset.MaskSource;
import sc.fiji.cavga.picture.Picture;

/** Where the outline of a disc or a cup comes from. */
@FunctionalInterface
interface Outline {

  /**
   * What lies inside, axes (X,Y) at the picture's size.
   *
   * @throws IOException with one sentence when it cannot be read or does not fit the picture
   */
  RandomAccessibleInterval<BitType> in(Picture picture) throws IOException;

  /** An outline that need not see the picture. */
  static Outline of(MaskSource mask) {
    return picture -> mask.read(picture.width(), picture.height());
  }
}
