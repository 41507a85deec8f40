package sc.fiji.cavga.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Random;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterleavedBytesTest {

  private static final int WIDTH = 7;
  private static final int HEIGHT = 5;

  /** Blue, green and red beside each other, four unused bytes at the end of each row. */
  private static PixelView pixels() {
    byte[] bytes = new byte[2 + HEIGHT * (3 * WIDTH + 4)];
    new Random(3).nextBytes(bytes);
    return InterleavedBytes.of(bytes, WIDTH, HEIGHT, new int[] {4, 3, 2}, 3, 3 * WIDTH + 4);
  }

  @Test
  void readsBytesWhereTheyLie() {
    byte[] bytes = {9, 9, 0, 51, (byte) 255, 102, (byte) 204, 0};
    PixelView pixels = InterleavedBytes.of(bytes, 2, 1, new int[] {4, 3, 2}, 3, 6);
    assertEquals(1, pixels.getAt(0, 0, 0).get());
    assertEquals(0.2f, pixels.getAt(0, 0, 1).get());
    assertEquals(0, pixels.getAt(0, 0, 2).get());
    assertEquals(0, pixels.getAt(1, 0, 0).get());
    assertEquals(0.8f, pixels.getAt(1, 0, 1).get());
    assertEquals(0.4f, pixels.getAt(1, 0, 2).get());
  }

  private static void assertSamePixels(
      RandomAccessibleInterval<FloatType> expected, RandomAccessibleInterval<FloatType> found) {
    assertArrayEquals(expected.dimensionsAsLongArray(), found.dimensionsAsLongArray());
    int width = (int) found.dimension(0);
    float[] row = new float[width + 1];
    for (int channel = 0; channel < 3; channel++)
      for (int y = 0; y < found.dimension(1); y++) {
        PixelView.source(found).row(1, y, channel, row, width - 1);
        for (int x = 0; x < width; x++) {
          float value = expected.getAt(x, y, channel).get();
          assertEquals(value, found.getAt(x, y, channel).get());
          assertEquals(value, PixelView.source(found).at(x, y, channel));
          if (x > 0) assertEquals(value, row[x - 1]);
        }
      }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void turnsAsViewsDo(int orientation) {
    Picture picture = new Picture("bytes", pixels(), PixelSize.UNKNOWN);
    assertSamePixels(
        Orientation.upright(picture.pixels(), orientation),
        Orientation.upright(picture, orientation).pixels());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6})
  void isSubsampledAsViewsAre(int step) {
    RandomAccessibleInterval<FloatType> expected = Views.subsample(pixels(), step, step, 1);
    assertSamePixels(expected, PixelView.subsampled(pixels(), step));
    assertSamePixels(expected, PixelView.subsampled(Views.zeroMin(pixels()), step));
  }

  @Test
  void anyImageHasRows() {
    assertSamePixels(pixels(), Views.zeroMin(Views.interval(pixels(), pixels())));
    PixelView.Source source = (x, y, channel) -> x;
    assertSame(source, PixelView.source(PixelView.of(3, 3, 1, source)));
  }
}
