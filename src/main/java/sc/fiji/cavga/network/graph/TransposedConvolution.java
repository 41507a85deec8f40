package sc.fiji.cavga.network.graph;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Transposed convolution with an optional bias and leaky ReLU, by ND4J's native kernels. The same
 * weights that lead a convolution from [.,in] to [.,out] lead its transposition from out to in.
 */
final class TransposedConvolution implements Operation, AutoCloseable {

  private final Node output;
  private final Epilogue epilogue;
  private final NativeOperation forward;
  private final GradientPair gradients;

  /**
   * @param weights [kH,kW,out,in]
   */
  TransposedConvolution(
      Graph graph, Node input, Parameter weights, Geometry geometry, Epilogue epilogue) {
    this.epilogue = epilogue;
    long size = geometry.transposedOutputSize(input.size(1));
    output = graph.node(true, input.size(0), size, size, weights.size(2));
    INDArray[] pair = {input.value(), weights.value()};
    forward = new NativeOperation("deconv2d", pair, geometry.arguments());
    gradients =
        output.wantsGradient()
            ? new GradientPair("deconv2d_bp", "conv2d", input, weights, output, geometry)
            : null;
  }

  @Override
  public Node output() {
    return output;
  }

  @Override
  public void forward() {
    forward.run(output.value());
    epilogue.forward(output);
  }

  @Override
  public void backward() {
    epilogue.backward(output);
    gradients.run();
  }

  @Override
  public void close() {
    if (gradients != null) gradients.close();
  }
}
