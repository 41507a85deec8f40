package sc.fiji.cavga.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import sc.fiji.cavga.image.Picture;
import sc.fiji.cavga.image.PictureReader;

/** A picture file, with a mask file or without. */
final class FileSample implements Sample {

  private final String name;
  private final Path file;
  private final boolean anomalous;
  private final Path mask;
  private final PictureReader reader;

  /** Width and height once the picture was read, so that its mask can be compared without it. */
  private volatile long[] size;

  /**
   * @param mask null where there is none
   */
  FileSample(String name, Path file, boolean anomalous, Path mask, PictureReader reader) {
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
    Picture picture = only(file);
    size = new long[] {picture.width(), picture.height()};
    return picture;
  }

  @Override
  public Optional<RandomAccessibleInterval<BitType>> mask() throws IOException {
    if (mask == null) return Optional.empty();
    if (size == null) picture();
    Picture drawn = only(mask);
    if (drawn.width() != size[0] || drawn.height() != size[1])
      throw new IOException(
          String.format(
              "The mask %s has %d × %d pixels but its picture %s has %d × %d; draw the mask on the"
                  + " picture itself, at its full size.",
              mask, drawn.width(), drawn.height(), file, size[0], size[1]));
    return Optional.of(nonZero(drawn));
  }

  private Picture only(Path path) throws IOException {
    List<Picture> pictures = reader.read(path);
    if (pictures.size() != 1)
      throw new IOException(
          path
              + " holds "
              + pictures.size()
              + " pictures where one is expected; save each as a file of its own.");
    return pictures.get(0);
  }

  private static RandomAccessibleInterval<BitType> nonZero(Picture drawn) {
    RandomAccessibleInterval<BitType> bits = ArrayImgs.bits(drawn.width(), drawn.height());
    for (int c = 0; c < drawn.channels(); c++) {
      RandomAccessibleInterval<FloatType> plane = Views.hyperSlice(drawn.pixels(), 2, c);
      Cursor<FloatType> from = Views.flatIterable(plane).cursor();
      Cursor<BitType> to = Views.flatIterable(bits).cursor();
      while (from.hasNext()) {
        boolean marked = from.next().get() != 0;
        to.fwd();
        if (marked) to.get().set(true);
      }
    }
    return bits;
  }
}
