package sc.fiji.cavga.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

class PixelArraysTest {

  @Test
  void takesAPartOfAPictureInRowsFromTheTop() {
    Img<FloatType> map = ArrayImgs.floats(new float[] {0, 1, 2, 3, 4, 5}, 3, 2);
    assertArrayEquals(
        new float[] {1, 2, 4, 5},
        PixelArrays.values(Views.interval(map, new long[] {1, 0}, new long[] {2, 1})));
    Img<BitType> mask = ArrayImgs.bits(3, 2);
    mask.getAt(2, 0).set(true);
    assertArrayEquals(
        new boolean[] {false, false, true, false, false, false},
        PixelArrays.mask(Views.translate(mask, -7, 9)));
    assertThrows(
        IllegalArgumentException.class, () -> PixelArrays.values(ArrayImgs.floats(2, 2, 2)));
  }
}
