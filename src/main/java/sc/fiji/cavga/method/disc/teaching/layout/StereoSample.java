package sc.fiji.cavga.method.disc.teaching.layout;

import java.io.IOException;
import java.util.Optional;
import net.imglib2.Cursor;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.BitType;
import net.imglib2.view.Views;
import sc.fiji.cavga.dataset.MaskFile;
import sc.fiji.cavga.dataset.MaskSizeException;
import sc.fiji.cavga.method.disc.teaching.DiscSample;
import sc.fiji.cavga.picture.Picture;

/**
 * The half of a stereo picture in which the outlines are: two views of one eye side by side, of
 * which one is outlined.
 */
final class StereoSample implements DiscSample {

  private final DiscSample both;

  StereoSample(DiscSample both) {
    this.both = both;
  }

  /** A mask of both views, or of the left one alone. */
  static Outline mask(MaskFile file) {
    return picture -> {
      try {
        return file.read(picture.width(), picture.height());
      } catch (MaskSizeException notOfBoth) {
        try {
          return Views.interval(
              Views.extendZero(file.read(picture.width() / 2, picture.height())),
              new FinalInterval(picture.width(), picture.height()));
        } catch (MaskSizeException notOfOne) {
          notOfBoth.addSuppressed(notOfOne);
          throw notOfBoth;
        }
      }
    };
  }

  @Override
  public String name() {
    return both.name();
  }

  @Override
  public Picture picture() throws IOException {
    Picture whole = both.picture();
    Interval half = half(whole);
    Interval pixels =
        new FinalInterval(
            new long[] {half.min(0), 0, 0},
            new long[] {half.max(0), half.max(1), whole.channels() - 1});
    return new Picture(
        whole.name(), Views.zeroMin(Views.interval(whole.pixels(), pixels)), whole.pixelSize());
  }

  @Override
  public Optional<RandomAccessibleInterval<BitType>> disc() throws IOException {
    return cut(both.disc());
  }

  @Override
  public Optional<RandomAccessibleInterval<BitType>> cup() throws IOException {
    return cut(both.cup());
  }

  private Optional<RandomAccessibleInterval<BitType>> cut(
      Optional<RandomAccessibleInterval<BitType>> inside) throws IOException {
    if (inside.isEmpty()) return inside;
    Interval half = half(both.picture());
    return Optional.of(Views.zeroMin(Views.interval(inside.get(), half)));
  }

  /** The half that has most of the disc or, without one, of the cup; axes (X,Y). */
  private Interval half(Picture whole) throws IOException {
    Optional<RandomAccessibleInterval<BitType>> inside = both.disc();
    if (inside.isEmpty()) inside = both.cup();
    long middle = whole.width() / 2;
    long toTheRight = 0;
    if (inside.isPresent()) {
      Cursor<BitType> cursor = Views.flatIterable(inside.get()).localizingCursor();
      while (cursor.hasNext())
        if (cursor.next().get()) toTheRight += cursor.getLongPosition(0) < middle ? -1 : 1;
    }
    long first = toTheRight > 0 ? whole.width() - middle : 0;
    return new FinalInterval(
        new long[] {first, 0}, new long[] {first + middle - 1, whole.height() - 1});
  }
}
