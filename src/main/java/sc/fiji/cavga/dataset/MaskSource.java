package sc.fiji.cavga.dataset;

import java.io.IOException;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.BitType;
import sc.fiji.cavga.dataset.mask.MaskRule;

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

  /** The same by another rule, where this kind of mask has one. */
  default MaskSource by(MaskRule rule) {
    return this;
  }

  /** What was doubtful about it when it was read last, in sentences. */
  default List<String> doubts() {
    return List.of();
  }
}
