package sc.fiji.cavga.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.BitType;
import sc.fiji.cavga.dataset.mask.MaskRule;
import sc.fiji.cavga.picture.Orientation;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.read.PictureReader;
import sc.fiji.cavga.read.file.PictureFile;

/** A picture file, with a mask or without. */
public final class FileSample implements Sample {

  private final String name;
  private final Path file;
  private final boolean anomalous;
  private final MaskSource mask;
  private final PictureReader reader;

  /** Width and height once the picture was read, so that its mask can be compared without it. */
  private volatile long[] size;

  private volatile int orientation = 1;

  /**
   * @param mask null where there is none
   */
  public FileSample(
      String name, Path file, boolean anomalous, MaskSource mask, PictureReader reader) {
    this.name = Objects.requireNonNull(name);
    this.file = Objects.requireNonNull(file);
    this.anomalous = anomalous;
    this.mask = mask;
    this.reader = Objects.requireNonNull(reader);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean anomalous() {
    return anomalous;
  }

  @Override
  public Picture picture() throws IOException {
    Picture picture = only(file, reader);
    orientation = picture.orientation();
    size = new long[] {picture.width(), picture.height()};
    return picture;
  }

  @Override
  public Optional<RandomAccessibleInterval<BitType>> mask() throws IOException {
    if (mask == null) return Optional.empty();
    if (size == null) picture();
    try {
      return Optional.of(mask.read(size[0], size[1]));
    } catch (MaskSizeException unfit) {
      if (!Orientation.swaps(orientation)) throw unfit;
      return Optional.of(turned(unfit));
    }
  }

  /** A mask that was drawn on the picture as its file has it, and says nothing about turning. */
  private RandomAccessibleInterval<BitType> turned(MaskSizeException unfit) throws IOException {
    try {
      return Orientation.upright(mask.read(size[1], size[0]), orientation);
    } catch (MaskSizeException neither) {
      unfit.addSuppressed(neither);
      throw unfit;
    }
  }

  @Override
  public List<String> maskDoubts() {
    return mask == null ? List.of() : mask.doubts();
  }

  @Override
  public Sample withMaskRule(MaskRule rule) {
    return mask == null ? this : new FileSample(name, file, anomalous, mask.by(rule), reader);
  }

  /** The picture of a file that holds only one. */
  public static Picture only(Path path, PictureReader reader) throws IOException {
    try (PictureFile pictures = reader.open(path)) {
      if (pictures.count() != 1)
        throw new IOException(
            path
                + " holds "
                + pictures.count()
                + " pictures where one is expected; save each as a file of its own.");
      return pictures.picture(0);
    }
  }
}
