package sc.fiji.cavga.dataset;

import java.io.IOException;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.BitType;

/** Where a picture's mask comes from. */
public interface MaskSource {

  /**
   * The anomalous pixels, axes (X,Y).
   *
   * @param width of the picture, which the mask must have
   * @param height of the picture, which the mask must have
   * @throws MaskSizeException when it has another size
   * @throws IOException with one sentence when it cannot be read
   */
  RandomAccessibleInterval<BitType> read(long width, long height) throws IOException;
}
