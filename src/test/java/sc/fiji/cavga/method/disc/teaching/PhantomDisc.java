package sc.fiji.cavga.method.disc.teaching;

import java.util.Optional;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BitType;
import sc.fiji.cavga.phantom.FundusPhantom;
import sc.fiji.cavga.phantom.drawing.Eye;
import sc.fiji.cavga.phantom.drawing.Frame;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;

/** A healthy phantom whose disc is known. */
final class PhantomDisc implements DiscSample {

  static final int WIDTH = 256;
  static final int HEIGHT = 224;

  private final long seed;
  private final boolean outlined;

  PhantomDisc(long seed, boolean outlined) {
    this.seed = seed;
    this.outlined = outlined;
  }

  @Override
  public String name() {
    return "phantom " + seed;
  }

  @Override
  public Picture picture() {
    return new Picture(
        name(), new FundusPhantom(WIDTH, HEIGHT).draw(seed).pixels(), PixelSize.UNKNOWN);
  }

  /** What is known of it, whether it says so or not. */
  RandomAccessibleInterval<BitType> truth() {
    Eye eye = new Eye(seed);
    Frame frame = new Frame(WIDTH, HEIGHT, eye, seed);
    Img<BitType> mask = ArrayImgs.bits(WIDTH, HEIGHT);
    Cursor<BitType> pixel = mask.localizingCursor();
    while (pixel.hasNext()) {
      pixel.fwd();
      int x = pixel.getIntPosition(0);
      int y = pixel.getIntPosition(1);
      pixel.get().set(eye.discDistance(frame.retinaX(x, y), frame.retinaY(x, y)) < 1);
    }
    return mask;
  }

  @Override
  public Optional<RandomAccessibleInterval<BitType>> disc() {
    return outlined ? Optional.of(truth()) : Optional.empty();
  }

  @Override
  public Optional<RandomAccessibleInterval<BitType>> cup() {
    return Optional.empty();
  }
}
