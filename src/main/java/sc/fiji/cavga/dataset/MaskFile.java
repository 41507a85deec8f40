package sc.fiji.cavga.dataset;

import java.io.IOException;
import java.nio.file.Path;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.read.PictureReader;

/** A mask as a picture of its own, of the same size; what is not zero is anomalous. */
public final class MaskFile implements MaskSource {

  private final Path file;
  private final PictureReader reader;

  public MaskFile(Path file, PictureReader reader) {
    this.file = file;
    this.reader = reader;
  }

  @Override
  public RandomAccessibleInterval<BitType> read(long width, long height) throws IOException {
    Picture drawn = FileSample.only(file, reader);
    if (drawn.width() != width || drawn.height() != height)
      throw new MaskSizeException(file, drawn.width(), drawn.height(), width, height);
    RandomAccessibleInterval<BitType> bits = ArrayImgs.bits(width, height);
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
