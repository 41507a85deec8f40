package sc.fiji.cavga.network.graph;

/** How a square convolution window moves over its input. */
public enum Geometry {
  /** 4×4, every second position: halves the size, or doubles it when transposed. */
  HALVING(4, 2, 1),
  /** 3×3 at every position: keeps the size. */
  KEEPING(3, 1, 1);

  final int kernel;
  final int stride;
  final int padding;

  Geometry(int kernel, int stride, int padding) {
    this.kernel = kernel;
    this.stride = stride;
    this.padding = padding;
  }

  long outputSize(long inputSize) {
    return (inputSize + 2 * padding - kernel) / stride + 1;
  }

  long transposedOutputSize(long inputSize) {
    return (inputSize - 1) * stride - 2 * padding + kernel;
  }

  /** ND4J's arguments: kernel, stride, padding, dilation, explicit padding, NHWC, [kH,kW,·,·]. */
  int[] arguments() {
    return new int[] {kernel, kernel, stride, stride, padding, padding, 1, 1, 0, 1, 0};
  }
}
