package sc.fiji.cavga.dataset;

import java.io.IOException;
import java.nio.file.Path;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.real.FloatType;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.read.PictureReader;

/**
 * A mask as a grey map, such as where doctors looked, or how many of them saw a disc there. It may
 * be coarser than its picture, or a few pixels larger or smaller, and is stretched to it. From half
 * of the brightest value that the file could have on, a place is marked.
 */
public final class SoftMaskFile implements MaskSource {

  private static final float HALF = 0.5f;

  /** Of the sides: maps are a few pixels larger or smaller than the stretched picture. */
  private static final double WORST_RATIO = 1.05;

  private final Path file;
  private final PictureReader reader;

  public SoftMaskFile(Path file, PictureReader reader) {
    this.file = file;
    this.reader = reader;
  }

  @Override
  public RandomAccessibleInterval<BitType> read(long width, long height) throws IOException {
    Picture map = FileSample.only(file, reader);
    double ratio = map.width() * (double) height / (map.height() * (double) width);
    if (Math.max(ratio, 1 / ratio) > WORST_RATIO)
      throw new MaskSizeException(file, map.width(), map.height(), width, height);
    Img<BitType> bits = ArrayImgs.bits(width, height);
    RandomAccess<BitType> to = bits.randomAccess();
    RandomAccess<FloatType> from = map.pixels().randomAccess();
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++) {
        long fromX = x * (long) map.width() / width;
        long fromY = y * (long) map.height() / height;
        float brightest = 0;
        for (int c = 0; c < map.channels(); c++)
          brightest = Math.max(brightest, from.setPositionAndGet(fromX, fromY, c).get());
        to.setPositionAndGet(x, y).set(brightest >= HALF);
      }
    return bits;
  }
}
