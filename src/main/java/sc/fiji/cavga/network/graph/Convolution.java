package sc.fiji.cavga.network.graph;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Convolution with an optional bias and leaky ReLU, by ND4J's native kernels. The input's gradient
 * alone is a transposed convolution with the same weights, which costs half of both gradients.
 */
final class Convolution implements Operation, AutoCloseable {

  private final Node output;
  private final Epilogue epilogue;
  private final NativeOperation forward;
  private final GradientPair gradients;

  Convolution(Graph graph, Node input, Parameter weights, Geometry geometry, Epilogue epilogue) {
    this.epilogue = epilogue;
    long size = geometry.outputSize(input.size(1));
    output = graph.node(true, input.size(0), size, size, weights.size(3));
    INDArray[] pair = {input.value(), weights.value()};
    forward = new NativeOperation("conv2d", pair, geometry.arguments());
    gradients =
        output.wantsGradient()
            ? new GradientPair("conv2d_bp", "deconv2d", input, weights, output, geometry)
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
