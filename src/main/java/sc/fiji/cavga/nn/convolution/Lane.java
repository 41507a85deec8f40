package sc.fiji.cavga.nn.convolution;

import org.nd4j.linalg.api.ndarray.INDArray;

/** A native convolution of some of the batch's pictures. */
interface Lane extends AutoCloseable {

  /**
   * @param output of the shape that it was first given; null for a gradient of the input that
   *     nobody asks for, see {@link OneDnn#computes}
   * @param weightGradient null where the weights' gradient is not computed
   */
  void run(INDArray output, INDArray weightGradient);

  @Override
  default void close() {}
}
