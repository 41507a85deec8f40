package sc.fiji.cavga.preprocess;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.nio.FloatBufferAccess;
import net.imglib2.type.numeric.real.FloatType;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import sc.fiji.cavga.compute.ArrayPlace;
import sc.fiji.cavga.compute.ComputeBackend;

/**
 * ND4J's tensors as ImgLib2 images and the other way.
 *
 * <p>Where tensors lie in main memory, both are over the same memory: what is written on one side
 * is seen on the other. Where a graphics card computes, or where arrays are resident by choice
 * ({@link ArrayPlace}), the numbers are copied once, by calls of ND4J that wait for the device, and
 * what is written afterwards is not seen on the other side.
 *
 * <p>ImgLib2 names the fastest axis first and ND4J last: a tensor [B,C,H,W] is an image with the
 * axes (X,Y,C,N).
 */
public final class Tensors {

  private Tensors() {}

  /**
   * An image over a tensor's memory, which lives at least as long as the image; a tensor that is
   * closed by hand must not be looked at any more. A copy where tensors are not in main memory.
   *
   * @param tensor of 32-bit floats, in 'c' order, no view of another tensor
   * @return with the tensor's axes in reverse order
   * @throws IllegalArgumentException with one sentence when the tensor is of another kind
   */
  public static ArrayImg<FloatType, FloatBufferAccess> image(INDArray tensor) {
    return image(tensor, ComputeBackend.start().arrays());
  }

  static ArrayImg<FloatType, FloatBufferAccess> image(INDArray tensor, ArrayPlace place) {
    if (tensor.dataType() != DataType.FLOAT)
      throw new IllegalArgumentException(
          "Only a tensor of 32-bit floats can be seen as an image, not one of type "
              + tensor.dataType()
              + "; cast it first.");
    if (tensor.isEmpty() || tensor.rank() < 1 || tensor.length() > Integer.MAX_VALUE)
      throw new IllegalArgumentException(
          "A tensor of shape " + Arrays.toString(tensor.shape()) + " cannot be seen as an image.");
    if (!plain(tensor))
      throw new IllegalArgumentException(
          "Only a whole tensor in 'c' order can be seen as an image, no view and no other order;"
              + " take dup('c') of it first.");
    long[] dimensions = reversed(tensor.shape());
    if (place == ArrayPlace.RESIDENT)
      return ArrayImgs.floats(new FloatBufferAccess(copy(tensor), true), dimensions);
    FloatBuffer buffer =
        new FloatPointer(tensor.data().pointer())
            .capacity(tensor.length())
            .asByteBuffer()
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    return ArrayImgs.floats(new Kept(buffer, tensor), dimensions);
  }

  /**
   * A tensor over an image's memory, which lives at least as long as the tensor. A copy where
   * tensors are not in main memory.
   *
   * @param image over a direct buffer in the machine's byte order, from its start
   * @return in 'c' order, with the image's axes in reverse order
   * @throws IllegalArgumentException with one sentence when the buffer is of another kind
   */
  public static INDArray tensor(ArrayImg<FloatType, FloatBufferAccess> image) {
    return tensor(image, ComputeBackend.start().arrays());
  }

  static INDArray tensor(ArrayImg<FloatType, FloatBufferAccess> image, ArrayPlace place) {
    FloatBuffer buffer = image.update(null).getCurrentStorageArray();
    if (!buffer.isDirect() || buffer.order() != ByteOrder.nativeOrder() || buffer.isReadOnly())
      throw new IllegalArgumentException(
          "Only an image over a direct buffer in the machine's byte order can be seen as a tensor;"
              + " make the buffer with ByteBuffer.allocateDirect and nativeOrder.");
    if (buffer.position() != 0 || buffer.limit() < image.size())
      throw new IllegalArgumentException(
          "Only an image that fills its buffer from the start can be seen as a tensor; slice the"
              + " buffer first.");
    long[] shape = reversed(image.dimensionsAsLongArray());
    if (place == ArrayPlace.RESIDENT) {
      float[] numbers = new float[(int) image.size()];
      buffer.duplicate().get(numbers);
      return Nd4j.create(numbers, shape, 'c');
    }
    FloatPointer pointer = new FloatPointer(buffer);
    DataBuffer data = Nd4j.createBuffer(pointer, image.size(), DataType.FLOAT);
    return Nd4j.create(data, shape, Nd4j.getStrides(shape, 'c'), 0, 'c');
  }

  private static FloatBuffer copy(INDArray tensor) {
    float[] numbers = tensor.data().asFloat();
    FloatBuffer buffer =
        ByteBuffer.allocateDirect(numbers.length * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    buffer.put(numbers).flip();
    return buffer;
  }

  /** Whether its numbers lie in memory without gaps, in 'c' order, from the buffer's start. */
  private static boolean plain(INDArray tensor) {
    return tensor.ordering() == 'c'
        && tensor.offset() == 0
        && tensor.data().length() == tensor.length()
        && Arrays.equals(tensor.stride(), Nd4j.getStrides(tensor.shape(), 'c'));
  }

  private static long[] reversed(long[] values) {
    long[] reversed = new long[values.length];
    for (int i = 0; i < values.length; i++) reversed[i] = values[values.length - 1 - i];
    return reversed;
  }

  /** Keeps the tensor from being collected while an image shows its memory. */
  private static final class Kept extends FloatBufferAccess {

    private final INDArray tensor;

    Kept(FloatBuffer buffer, INDArray tensor) {
      super(buffer, true);
      this.tensor = tensor;
    }

    /** ImgLib2's cursors hold such copies, which may outlive the image. */
    @Override
    public FloatBufferAccess newInstance(FloatBuffer buffer, boolean isValid) {
      return new Kept(buffer, tensor);
    }

    @Override
    public String toString() {
      return "the memory of a tensor of shape " + Arrays.toString(tensor.shape());
    }
  }
}
