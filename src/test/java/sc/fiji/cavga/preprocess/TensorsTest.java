package sc.fiji.cavga.preprocess;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.nio.FloatBufferAccess;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import sc.fiji.cavga.compute.ArrayPlace;

class TensorsTest {

  private static ArrayImg<FloatType, FloatBufferAccess> direct(long... dimensions) {
    int length = 1;
    for (long dimension : dimensions) length *= (int) dimension;
    FloatBuffer buffer =
        ByteBuffer.allocateDirect(4 * length).order(ByteOrder.nativeOrder()).asFloatBuffer();
    return ArrayImgs.floats(new FloatBufferAccess(buffer, true), dimensions);
  }

  @Test
  void imagesShareATensorsMemory() {
    INDArray tensor = Nd4j.create(DataType.FLOAT, 2, 3, 4, 5);
    tensor.putScalar(new int[] {1, 2, 3, 4}, 7);
    ArrayImg<FloatType, FloatBufferAccess> image = Tensors.image(tensor);
    assertArrayEquals(new long[] {5, 4, 3, 2}, image.dimensionsAsLongArray());
    assertEquals(7, image.getAt(4, 3, 2, 1).get());
    image.getAt(1, 2, 0, 1).set(-3);
    assertEquals(-3, tensor.getFloat(1, 0, 2, 1));
    tensor.addi(1);
    assertEquals(8, image.getAt(4, 3, 2, 1).get());
    assertEquals(1, image.getAt(0, 0, 0, 0).get());
    assertTrue(image.update(null).toString().contains("[2, 3, 4, 5]"));
  }

  @Test
  void tensorsShareAnImagesMemory() {
    ArrayImg<FloatType, FloatBufferAccess> image = direct(5, 4, 3, 2);
    image.getAt(4, 0, 2, 1).set(9);
    INDArray tensor = Tensors.tensor(image);
    assertArrayEquals(new long[] {2, 3, 4, 5}, tensor.shape());
    assertEquals('c', tensor.ordering());
    assertEquals(9, tensor.getFloat(1, 2, 0, 4));
    tensor.putScalar(new int[] {0, 1, 2, 3}, 4);
    assertEquals(4, image.getAt(3, 2, 1, 0).get());
    tensor.muli(2);
    assertEquals(18, image.getAt(4, 0, 2, 1).get());
    image.getAt(0, 0, 0, 0).set(100);
    assertEquals(126, tensor.sumNumber().doubleValue(), 1e-4);
  }

  @Test
  void thereAndBackIsTheSameMemory() {
    INDArray tensor = Nd4j.create(DataType.FLOAT, 3, 2);
    INDArray again = Tensors.tensor(Tensors.image(tensor));
    again.putScalar(2, 1, 5);
    assertEquals(5, tensor.getFloat(2, 1));
  }

  /** As on a graphics card, whose memory Java does not see. */
  @Test
  void residentOnesAreCopied() {
    INDArray tensor = Nd4j.create(DataType.FLOAT, 2, 3);
    tensor.putScalar(1, 2, 7);
    ArrayImg<FloatType, FloatBufferAccess> image = Tensors.image(tensor, ArrayPlace.RESIDENT);
    assertArrayEquals(new long[] {3, 2}, image.dimensionsAsLongArray());
    assertEquals(7, image.getAt(2, 1).get());
    INDArray again = Tensors.tensor(image, ArrayPlace.RESIDENT);
    assertEquals(tensor, again);
    image.getAt(2, 1).set(-3);
    assertEquals(7, tensor.getFloat(1, 2));
    assertEquals(7, again.getFloat(1, 2));
  }

  @Test
  void memoryLivesAsLongAsEitherSide() {
    ArrayImg<FloatType, FloatBufferAccess> image =
        Tensors.image(Nd4j.valueArrayOf(new long[] {1 << 20}, 3f, DataType.FLOAT));
    INDArray tensor = fromForgottenImage();
    for (int i = 0; i < 8; i++) {
      System.gc();
      Nd4j.valueArrayOf(new long[] {1 << 20}, -1f, DataType.FLOAT);
      direct(1 << 20).getAt(5).set(-1);
    }
    for (int i = 0; i < 1 << 20; i += 4096) assertEquals(3, image.getAt(i).get());
    assertEquals(2 * (1 << 20), tensor.sumNumber().doubleValue(), 1);
  }

  private static INDArray fromForgottenImage() {
    ArrayImg<FloatType, FloatBufferAccess> image = direct(1 << 20);
    image.forEach(value -> value.set(2));
    return Tensors.tensor(image);
  }

  @Test
  void otherTensorsAreRefused() {
    INDArray tensor = Nd4j.create(DataType.FLOAT, 4, 6);
    assertRefused(tensor.get(NDArrayIndex.interval(0, 2), NDArrayIndex.all()), "view");
    assertRefused(tensor.get(NDArrayIndex.all(), NDArrayIndex.interval(1, 3)), "view");
    assertRefused(tensor.transpose(), "'c' order");
    assertRefused(tensor.dup('f'), "'c' order");
    assertRefused(Nd4j.create(DataType.DOUBLE, 4, 6), "32-bit floats");
    assertRefused(Nd4j.scalar(1f), "shape []");
  }

  private static void assertRefused(INDArray tensor, String words) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Tensors.image(tensor)).getMessage();
    assertTrue(message.contains(words) && message.endsWith("."), message);
  }

  @Test
  void otherBuffersAreRefused() {
    FloatBuffer heap = FloatBuffer.allocate(6);
    assertBufferRefused(heap, "direct buffer");
    FloatBuffer foreign =
        ByteBuffer.allocateDirect(24)
            .order(
                ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN
                    ? ByteOrder.BIG_ENDIAN
                    : ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer();
    assertBufferRefused(foreign, "byte order");
    FloatBuffer part = ByteBuffer.allocateDirect(80).order(ByteOrder.nativeOrder()).asFloatBuffer();
    part.position(3);
    assertBufferRefused(part, "from the start");
  }

  private static void assertBufferRefused(FloatBuffer buffer, String words) {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> Tensors.tensor(ArrayImgs.floats(new FloatBufferAccess(buffer, true), 3, 2)))
            .getMessage();
    assertTrue(message.contains(words), message);
  }
}
