package sc.fiji.cavga.nn.convolution;

import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Parameter;

/** How a square convolution window moves over its input. */
public enum Geometry {
  /** 4×4, every second position: halves the size, or doubles it when transposed. */
  HALVING(4, 2, 1),
  /** 3×3 at every position: keeps the size. */
  KEEPING(3, 1, 1),
  /** 7×7, every second position: the stem of a ResNet. */
  STEM(7, 2, 3),
  /** 3×3, every second position: halves the size; not to be transposed. */
  STRIDING(3, 2, 1),
  /** 1×1 at every position: mixes channels. */
  POINTWISE(1, 1, 0),
  /** 1×1, every second position: a ResNet's shortcut; not to be transposed. */
  STRIDING_POINTWISE(1, 2, 0);

  public final int kernel;
  final int stride;
  final int padding;

  Geometry(int kernel, int stride, int padding) {
    this.kernel = kernel;
    this.stride = stride;
    this.padding = padding;
  }

  /** Of a convolution. */
  public long outputSize(long inputSize) {
    return (inputSize + 2 * padding - kernel) / stride + 1;
  }

  /**
   * @param weights [kH,kW,in,out]
   * @return [B,H',W',out]
   */
  public Node output(Graph graph, Node input, Parameter weights) {
    long size = outputSize(input.size(1));
    return graph.node(true, input.size(0), size, size, weights.size(3));
  }

  /**
   * @param weights [kH,kW,out,in]
   * @return [B,H',W',out]
   */
  public Node transposedOutput(Graph graph, Node input, Parameter weights) {
    long size = transposedSize(input.size(1));
    return graph.node(true, input.size(0), size, size, weights.size(2));
  }

  /** Of a transposed convolution. */
  public long transposedSize(long inputSize) {
    return (inputSize - 1) * stride - 2 * padding + kernel;
  }

  /** ND4J's arguments: kernel, stride, padding, dilation, explicit padding, NHWC, [kH,kW,·,·]. */
  public int[] arguments() {
    return new int[] {kernel, kernel, stride, stride, padding, padding, 1, 1, 0, 1, 0};
  }
}
