package sc.fiji.cavga.localize.disc;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;
import sc.fiji.cavga.phantom.FundusPhantom;
import sc.fiji.cavga.phantom.cup.DiscDesign;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.picture.PixelView;

/** What is no retina is not asked for its disc. */
class DiscMeasurerTest {

  private static final int SIZE = 256;

  private static Picture picture(String name, PixelView.Source pixels) {
    return new Picture(name, PixelView.of(SIZE, SIZE, 3, pixels), PixelSize.UNKNOWN);
  }

  private static Picture noise(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] noise = new float[3 * SIZE * SIZE];
    for (int i = 0; i < noise.length; i++) noise[i] = (float) random.nextDouble();
    return picture("noise", (x, y, c) -> noise[(c * SIZE + y) * SIZE + x]);
  }

  @Test
  void noiseInAnyColoursShowsNoDisc() throws IOException {
    try (DiscMeasurer measurer = DiscMeasurer.of((java.nio.file.Path) null)) {
      for (int seed = 0; seed < 8; seed++) {
        MeasuredDisc none = measurer.measure(noise(seed), () -> false);
        assertFalse(none.measured());
        assertTrue(none.message().contains("colours"), none.message());
      }
    }
  }

  /** As through a green filter, in three channels. */
  @Test
  void cropsWithAndWithoutColoursAreMeasured() throws IOException {
    RandomAccessibleInterval<FloatType> eye =
        new FundusPhantom(SIZE, SIZE).drawAroundDisc(3, DiscDesign.healthy(3)).pixels();
    RandomAccess<FloatType> access = eye.randomAccess();
    Picture crop = new Picture("crop", eye, PixelSize.UNKNOWN);
    Picture grey = picture("grey", (x, y, c) -> access.setPositionAndGet(x, y, 1).get());
    try (DiscMeasurer measurer = DiscMeasurer.of((java.nio.file.Path) null)) {
      for (Picture each : List.of(crop, grey)) {
        MeasuredDisc disc = measurer.measure(each, () -> false);
        assertTrue(disc.measured(), each.name() + ": " + disc.message());
      }
    }
  }
}
