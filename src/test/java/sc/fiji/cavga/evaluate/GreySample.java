package sc.fiji.cavga.evaluate;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BitType;
import net.imglib2.view.Views;
import sc.fiji.cavga.dataset.NamedSample;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;

/** A grey picture of 32 x 32 pixels; an anomalous one is white in a square of 8 x 8. */
public final class GreySample extends NamedSample {

  private static final int SIZE = 32;
  private static final int LEFT = 8;
  private static final int TOP = 16;
  private static final int WHITE = 8;

  private final boolean masked;
  private String[] notes = {};

  public GreySample(String name, boolean anomalous, boolean masked) {
    super(name, anomalous);
    this.masked = masked;
  }

  /** Notes that its reader makes. */
  GreySample noting(String... sentences) {
    notes = sentences;
    return this;
  }

  private static boolean isWhite(int x, int y) {
    return x >= LEFT && x < LEFT + WHITE && y >= TOP && y < TOP + WHITE;
  }

  @Override
  public Picture picture() throws IOException {
    float[] values = new float[3 * SIZE * SIZE];
    Arrays.fill(values, 0.5f);
    for (int i = 0; anomalous() && i < values.length; i++)
      if (isWhite(i % SIZE, i / SIZE % SIZE)) values[i] = 1;
    Picture picture =
        new Picture(name(), ArrayImgs.floats(values, SIZE, SIZE, 3), PixelSize.UNKNOWN);
    for (String note : notes) picture = picture.noting(note);
    return picture;
  }

  /** With an origin other than zero. */
  @Override
  public Optional<RandomAccessibleInterval<BitType>> mask() {
    if (!masked) return Optional.empty();
    Img<BitType> mask = ArrayImgs.bits(SIZE, SIZE);
    for (int y = 0; y < SIZE; y++)
      for (int x = 0; x < SIZE; x++) if (isWhite(x, y)) mask.getAt(x, y).set(true);
    return Optional.of(Views.translate(mask, 5, -3));
  }

  /** A picture that cannot be read. */
  public static Sample broken(String name) {
    return new NamedSample(name, false) {
      @Override
      public Picture picture() throws IOException {
        throw new IOException("It is torn, \"scan\" it again.");
      }
    };
  }
}
