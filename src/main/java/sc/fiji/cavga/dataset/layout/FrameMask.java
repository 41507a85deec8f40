package sc.fiji.cavga.dataset.layout;

import java.io.IOException;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BitType;
import sc.fiji.cavga.dataset.MaskSizeException;
import sc.fiji.cavga.dataset.MaskSource;

/** The mask of one frame, in an array of those of a whole video, [T,H,W]. */
final class FrameMask implements MaskSource {

  private final NpyFile file;
  private final int frame;

  FrameMask(NpyFile file, int frame) {
    this.file = file;
    this.frame = frame;
  }

  @Override
  public RandomAccessibleInterval<BitType> read(long width, long height) throws IOException {
    long maskHeight = file.dimension(1);
    long maskWidth = file.dimension(2);
    if (maskWidth != width || maskHeight != height)
      throw new MaskSizeException(file.path(), maskWidth, maskHeight, width, height);
    boolean[] marked = file.nonZero(frame * width * height, (int) (width * height));
    Img<BitType> bits = ArrayImgs.bits(width, height);
    int i = 0;
    for (BitType bit : bits) bit.set(marked[i++]);
    return bits;
  }
}
