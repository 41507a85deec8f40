package sc.fiji.cavga.dataset;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.BitType;
import sc.fiji.cavga.dataset.mask.MaskRule;
import sc.fiji.cavga.picture.Picture;

/** A picture of a data set with what is known about it. Reading happens when it is asked for. */
public interface Sample {

  /**
   * Unique within the data set: the path relative to its root with forward slashes, or an index.
   */
  String name();

  /** Who is in the picture, where that is known: pictures of one patient stay together. */
  default Optional<String> patient() {
    return Optional.empty();
  }

  /** Whose the picture is, or its own name where that is not known. */
  default String patientOrName() {
    return patient().orElse(name());
  }

  /** Whether the data set calls the picture anomalous. */
  boolean anomalous();

  /**
   * @throws IOException with one sentence that says what is wrong with the file and what to do
   */
  Picture picture() throws IOException;

  /**
   * The anomalous pixels, axes (X,Y) at the picture's size; absent where the data set has no mask
   * for this picture. A normal picture needs none.
   *
   * @throws IOException when the mask cannot be read or has another size than the picture
   */
  default Optional<RandomAccessibleInterval<BitType>> mask() throws IOException {
    return Optional.empty();
  }

  /** What was doubtful about the mask when it was read, in sentences. */
  default List<String> maskDoubts() {
    return List.of();
  }

  /** The same, its mask taken by another rule, where its kind of mask has one. */
  default Sample withMaskRule(MaskRule rule) {
    return this;
  }
}
