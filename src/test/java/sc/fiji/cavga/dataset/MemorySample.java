package sc.fiji.cavga.dataset;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.preprocess.Placement;
import sc.fiji.cavga.preprocess.PreparedPicture;

/** A sample without a file: 8 × 8 grey pixels that tell its number, and how often it was read. */
public class MemorySample extends NamedSample {

  static final int SIZE = 8;

  public final AtomicInteger reads = new AtomicInteger();
  private final float value;

  public MemorySample(String name, float value) {
    super(name, false);
    this.value = value;
  }

  /** What a preprocessing does, for pictures that have the right size already. */
  public static PreparedPicture prepare(Picture picture) {
    float[] values = new float[SIZE * SIZE];
    int i = 0;
    for (FloatType pixel : Views.flatIterable(picture.pixels())) values[i++] = pixel.get();
    float[] inside = new float[SIZE * SIZE];
    java.util.Arrays.fill(inside, 1);
    return new PreparedPicture(SIZE, 1, values, inside, placement());
  }

  public static Placement placement() {
    return new Placement(SIZE, SIZE, 0, 0, SIZE, (x, y) -> true);
  }

  @Override
  public Picture picture() throws IOException {
    reads.incrementAndGet();
    float[] values = new float[SIZE * SIZE];
    for (int i = 0; i < values.length; i++) values[i] = value + i * 1e-3f;
    return new Picture(name(), ArrayImgs.floats(values, SIZE, SIZE, 1), PixelSize.UNKNOWN);
  }
}
