package sc.fiji.cavga.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import sc.fiji.cavga.dataset.NamedSample;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;

/** A sample without a file: 20 × 20 pixels in colour, a soft hill with some noise. */
public class DrawnSample extends NamedSample {

  private static final int SIZE = 20;

  private final long seed;

  DrawnSample(String name, boolean anomalous, long seed) {
    super(name, anomalous);
    this.seed = seed;
  }

  public static List<Sample> normals(int count) {
    return several("normal", count, false);
  }

  public static List<Sample> anomalous(int count) {
    return several("anomalous", count, true);
  }

  private static List<Sample> several(String name, int count, boolean anomalous) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < count; i++)
      samples.add(new DrawnSample(name + "/" + i + ".png", anomalous, anomalous ? -1 - i : i));
    return samples;
  }

  @Override
  public Picture picture() throws IOException {
    Random random = new Random(seed);
    float[] values = new float[3 * SIZE * SIZE];
    double left = 8 + 4 * random.nextDouble();
    double top = 8 + 4 * random.nextDouble();
    for (int i = 0; i < values.length; i++) {
      int x = i % SIZE;
      int y = i / SIZE % SIZE;
      double hill = Math.exp(-((x - left) * (x - left) + (y - top) * (y - top)) / 60);
      values[i] = (float) (0.2 + 0.5 * hill + 0.1 * random.nextDouble());
      if (anomalous() && x > 12 && y > 12) values[i] = 1;
    }
    return new Picture(name(), ArrayImgs.floats(values, SIZE, SIZE, 3), PixelSize.UNKNOWN);
  }
}
