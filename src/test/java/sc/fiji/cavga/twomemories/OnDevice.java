package sc.fiji.cavga.twomemories;

import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Work on the device of which ND4J tells its native library nothing but addresses: BLAS. */
final class OnDevice {

  private static final ThreadLocal<Boolean> NOW = ThreadLocal.withInitial(() -> false);

  private OnDevice() {}

  /** Whether an address that the calling thread asks for is to be the device's. */
  static boolean now() {
    return NOW.get();
  }

  /**
   * {@code prepareAction} and {@code registerAction} of the CUDA backend: operands are brought to
   * the device, the result is not; then the result is written there.
   *
   * @param result null for a number
   */
  static <T> T run(Supplier<T> work, INDArray result, INDArray... operands) {
    for (INDArray operand : operands) copies(operand).toDevice();
    NOW.set(true);
    try {
      return work.get();
    } finally {
      NOW.set(false);
      for (INDArray operand : operands) copies(operand).readOnDevice();
      if (result != null) copies(result).writtenOnDevice();
    }
  }

  private static Copies copies(INDArray array) {
    return ((TwoBuffer) array.data()).copies();
  }
}
