package sc.fiji.cavga.method.disc.teaching.layout;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.BitType;
import net.imglib2.view.Views;
import sc.fiji.cavga.dataset.FileSample;
import sc.fiji.cavga.method.disc.teaching.DiscSample;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.read.PictureReader;

/** A picture file, and the outlines that were found for it. */
final class OutlinedFile implements DiscSample {

  private final String name;
  private final Path file;
  private final Outline disc;
  private final Outline cup;
  private final PictureReader reader;

  /** For whoever asks for the outlines while the picture is still in use. */
  private volatile WeakReference<Picture> last = new WeakReference<>(null);

  /**
   * @param disc null where there is none
   * @param cup null where there is none
   */
  OutlinedFile(String name, Path file, Outline disc, Outline cup, PictureReader reader) {
    this.name = name;
    this.file = file;
    this.disc = disc;
    this.cup = cup;
    this.reader = reader;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Picture picture() throws IOException {
    Picture picture = last.get();
    if (picture == null) {
      picture = FileSample.only(file, reader);
      last = new WeakReference<>(picture);
    }
    return picture;
  }

  @Override
  public Optional<RandomAccessibleInterval<BitType>> disc() throws IOException {
    if (disc == null) return Optional.empty();
    RandomAccessibleInterval<BitType> inside = disc.in(picture());
    if (isEmpty(inside))
      throw new IOException(
          "The outline of the disc in "
              + file
              + " has nothing inside; draw it anew, or take it or its picture away.");
    return Optional.of(inside);
  }

  /** Of an empty mask nobody knows whether there is no cup or nobody drew it: it is no outline. */
  @Override
  public Optional<RandomAccessibleInterval<BitType>> cup() throws IOException {
    if (cup == null) return Optional.empty();
    RandomAccessibleInterval<BitType> inside = cup.in(picture());
    return isEmpty(inside) ? Optional.empty() : Optional.of(inside);
  }

  private static boolean isEmpty(RandomAccessibleInterval<BitType> bits) {
    for (BitType bit : Views.flatIterable(bits)) if (bit.get()) return false;
    return true;
  }
}
