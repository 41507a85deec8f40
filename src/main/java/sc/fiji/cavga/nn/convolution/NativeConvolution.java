package sc.fiji.cavga.nn.convolution;

/** What native kernels compute of a convolution, under ND4J's name. */
enum NativeConvolution {
  /** From x and the weights [kH,kW,in,out]. */
  CONVOLUTION("conv2d"),
  /** From x and the weights [kH,kW,out,in]: those that lead a convolution from out to in. */
  TRANSPOSED("deconv2d"),
  /** From x, the weights and the output's gradient: the gradients for x and for the weights. */
  CONVOLUTION_GRADIENTS("conv2d_bp"),
  /** The same of a transposed one. */
  TRANSPOSED_GRADIENTS("deconv2d_bp");

  final String operation;

  NativeConvolution(String operation) {
    this.operation = operation;
  }

  /** Each is the other's derivative for its input, with the same weights. */
  NativeConvolution opposite() {
    return this == CONVOLUTION ? TRANSPOSED : CONVOLUTION;
  }

  NativeConvolution gradients() {
    return this == CONVOLUTION ? CONVOLUTION_GRADIENTS : TRANSPOSED_GRADIENTS;
  }
}
