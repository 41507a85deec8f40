package sc.fiji.cavga.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

/** What an image in one array gives, without an access for each pixel, and as any other image. */
class PixelViewTest {

  private static final int WIDTH = 5;
  private static final int HEIGHT = 3;

  @Test
  void anArrayGivesWhatItsImageGives() {
    float[] values = new float[WIDTH * HEIGHT * 2];
    for (int i = 0; i < values.length; i++) values[i] = i;
    RandomAccessibleInterval<FloatType> image = ArrayImgs.floats(values, WIDTH, HEIGHT, 2);
    assertSame(values, PixelView.array(image).orElseThrow());
    RandomAccessibleInterval<FloatType> mirrored = Views.zeroMin(Views.invertAxis(image, 0));
    assertTrue(PixelView.array(mirrored).isEmpty());
    for (int channel = 0; channel < 2; channel++)
      for (int y = 0; y < HEIGHT; y++) {
        float[] row = new float[WIDTH];
        PixelView.source(image).row(1, y, channel, row, WIDTH - 1);
        float[] backwards = new float[WIDTH];
        PixelView.source(mirrored).row(0, y, channel, backwards, WIDTH - 1);
        float[] expected = new float[WIDTH];
        float[] expectedBackwards = new float[WIDTH];
        for (int x = 0; x < WIDTH; x++) {
          float value = image.getAt(x, y, channel).get();
          assertEquals(value, PixelView.source(image).at(x, y, channel));
          assertEquals(value, PixelView.source(mirrored).at(WIDTH - 1 - x, y, channel));
          if (x > 0) expected[x - 1] = value;
          if (x > 0) expectedBackwards[WIDTH - 1 - x] = value;
        }
        assertArrayEquals(expected, row);
        assertArrayEquals(expectedBackwards, backwards);
      }
    assertEquals(image.getAt(4, 2, 1).get(), PixelView.source(image).subsampled(2).at(2, 1, 1));
  }
}
