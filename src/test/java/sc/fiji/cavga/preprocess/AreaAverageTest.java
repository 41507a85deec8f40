package sc.fiji.cavga.preprocess;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.cavga.picture.InterleavedBytes;
import sc.fiji.cavga.picture.PixelView;

class AreaAverageTest {

  private static final int WIDTH = 67;
  private static final int HEIGHT = 53;

  private static AreaAverage average(PixelView.Source pixels, double side, int size, int step) {
    Placement placement =
        new Placement(
            (WIDTH + step - 1) / step,
            (HEIGHT + step - 1) / step,
            -1.3,
            2.4,
            side,
            // A disc, and a hole in it: what is left out lies at the ends of rows and within.
            (x, y) -> Math.hypot(x - 30.0, y - 26.0) < 24 && (x + y) % 11 != 0);
    return AreaAverage.of(pixels, 3, placement, size);
  }

  /** Bytes are summed as they are; the same pixels as numbers are what they have to give. */
  @ParameterizedTest
  @CsvSource({"50,16,1", "50,17,1", "61.7,8,1", "31,31,1", "20,48,1", "30,8,2", "50,1,1"})
  void bytesGiveTheSameBits(double side, int size, int step) {
    byte[] bytes = new byte[4 * WIDTH * HEIGHT];
    new Random(3).nextBytes(bytes);
    RandomAccessibleInterval<FloatType> image =
        InterleavedBytes.of(bytes, WIDTH, HEIGHT, new int[] {2, 1, 0}, 4, 4 * WIDTH);
    PixelView.Source direct = PixelView.source(image).subsampled(step);
    assertTrue(direct instanceof InterleavedBytes);
    AreaAverage expected =
        average(
            (x, y, channel) ->
                (bytes[4 * (y * step * WIDTH + x * step) + 2 - channel] & 0xff) / 255f,
            side,
            size,
            step);
    AreaAverage found = average(direct, side, size, step);
    assertArrayEquals(expected.values, found.values);
    assertArrayEquals(expected.weight, found.weight);
    assertTrue(IntStream.range(0, size * size).anyMatch(i -> found.weight[i] > 0));
    assertFalse(found.isMostlyUnusable());
  }
}
