package sc.fiji.cavga.nn.convolution;

import org.bytedeco.dnnl.engine;
import org.bytedeco.javacpp.Loader;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Intel's library for convolutions, called without ND4J in between. ND4J has an older one inside,
 * which it gives arrays in an order of its own: turning them there and back costs more than the
 * convolutions themselves.
 *
 * <p>Only on Linux with x86-64: there both share one OpenMP, so that a thread that computes some of
 * the pictures can be told to do so alone.
 */
final class OneDnn {

  private static final String PLATFORM = "linux-x86_64";

  private OneDnn() {}

  /** Whether it computes convolutions of such arrays; ND4J does else. */
  static boolean computes(INDArray array) {
    return array.dataType() == DataType.FLOAT && Holder.ENGINE != null;
  }

  static engine engine() {
    return Holder.ENGINE;
  }

  private static final class Holder {

    static final engine ENGINE = start();

    /** Null where there is none. ND4J is asked first, so that its OpenMP is the one. */
    private static engine start() {
      if (!Nd4j.getEnvironment().isCPU() || !Loader.getPlatform().equals(PLATFORM)) return null;
      try {
        return new engine(engine.kind.cpu, 0);
      } catch (LinkageError | RuntimeException absent) {
        return null;
      }
    }
  }
}
