package sc.fiji.cavga.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way back from the upright picture to the pixels of its file. */
class TurnTest {

  private static final int WIDTH = 5;
  private static final int HEIGHT = 3;

  private static Picture stored() {
    float[] values = new float[WIDTH * HEIGHT];
    for (int i = 0; i < values.length; i++) values[i] = i / 100f;
    RandomAccessibleInterval<FloatType> pixels = ArrayImgs.floats(values, WIDTH, HEIGHT, 1);
    return new Picture("stored", pixels, new PixelSize(2, 3, "mm"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void undoesWhatBringsAPictureUpright(int orientation) {
    Picture stored = stored();
    Picture upright = Orientation.upright(stored, orientation);
    Turn turn = Turn.toFile(orientation, upright.width(), upright.height());
    assertEquals(WIDTH, turn.width());
    assertEquals(HEIGHT, turn.height());
    Picture back = turn.of(upright);
    assertEquals(2, back.pixelSize().width());
    for (int y = 0; y < HEIGHT; y++)
      for (int x = 0; x < WIDTH; x++) {
        float value = stored.pixels().getAt(x, y, 0).get();
        assertEquals(value, back.pixels().getAt(x, y, 0).get());
        int fromX = turn.from(x, y) % upright.width();
        int fromY = turn.from(x, y) / upright.width();
        assertEquals(value, upright.pixels().getAt(fromX, fromY, 0).get());
        assertEquals(x + 0.5, turn.x(fromX + 0.5, fromY + 0.5));
        assertEquals(y + 0.5, turn.y(fromX + 0.5, fromY + 0.5));
        // As corners change places, the smallest is another one.
        assertEquals(x, turn.left(fromX, fromY, fromX + 1, fromY + 1));
        assertEquals(y, turn.top(fromX, fromY, fromX + 1, fromY + 1));
      }
  }

  @Test
  void nothingIsTurnedWithoutNeed() {
    Picture picture = stored();
    assertSame(picture, Turn.none(WIDTH, HEIGHT).of(picture));
  }
}
