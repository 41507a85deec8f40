package sc.fiji.cavga.compute;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * How fast this machine convolves: one layer of the encoder, [8,32,64,64] by 4x4 kernels with
 * stride 2 to [8,64,32,32], without what training needs beside it.
 */
public final class ConvolutionTiming {

  private static final int BATCH = 8;
  private static final int CHANNELS_IN = 32;
  private static final int CHANNELS_OUT = 64;
  private static final int KERNEL = 4;
  private static final int SIZE_OUT = 32;

  /** One multiplication and one addition per weight, position and picture. */
  private static final double OPERATIONS =
      2.0 * BATCH * CHANNELS_IN * CHANNELS_OUT * KERNEL * KERNEL * SIZE_OUT * SIZE_OUT;

  private final double milliseconds;

  private ConvolutionTiming(double milliseconds) {
    this.milliseconds = milliseconds;
  }

  /**
   * Measures in the calling thread.
   *
   * @param untimed runs before the first that is timed
   * @param timed runs of which the median counts, at least 1
   */
  static ConvolutionTiming measure(int untimed, int timed) {
    INDArray input = Nd4j.rand(DataType.FLOAT, BATCH, CHANNELS_IN, 2 * SIZE_OUT, 2 * SIZE_OUT);
    INDArray kernel = Nd4j.rand(DataType.FLOAT, KERNEL, KERNEL, CHANNELS_IN, CHANNELS_OUT);
    INDArray output = Nd4j.create(DataType.FLOAT, BATCH, CHANNELS_OUT, SIZE_OUT, SIZE_OUT);
    DynamicCustomOp convolution =
        DynamicCustomOp.builder("conv2d")
            .addInputs(input, kernel)
            .addOutputs(output)
            // Kernel, stride, padding, dilation, no same-mode padding, channels first.
            .addIntegerArguments(KERNEL, KERNEL, 2, 2, 1, 1, 1, 1, 0, 0)
            .build();
    double[] times = new double[timed];
    for (int run = -untimed; run < times.length; run++) {
      long start = System.nanoTime();
      Nd4j.exec(convolution);
      // On a GPU the call returns before the work is done.
      Nd4j.getExecutioner().commit();
      if (run >= 0) times[run] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(times);
    for (INDArray array : new INDArray[] {input, kernel, output}) array.close();
    return new ConvolutionTiming(times[times.length / 2]);
  }

  /** The median time of one convolution. */
  public double milliseconds() {
    return milliseconds;
  }

  /** Billions of floating point operations per second. */
  public double gigaflops() {
    return OPERATIONS / (milliseconds * 1e6);
  }
}
