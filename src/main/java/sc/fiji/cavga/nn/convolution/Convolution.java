package sc.fiji.cavga.nn.convolution;

import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Operation;
import sc.fiji.cavga.nn.Parameter;

/**
 * Convolution or transposed convolution by ND4J's native kernels. Each is the other's derivative
 * for the input, with the same weights; that gradient alone costs half of both gradients.
 */
public final class Convolution extends Operation implements AutoCloseable {

  /** At most so many channels are few for ND4J: products with patches are faster there. */
  private static final int FEW_CHANNELS = 4;

  private final PicturePieces target;
  private final PerThreadOperation forward;
  private final GradientPair gradients;

  private Convolution(
      Graph graph,
      NativeConvolution kind,
      Node input,
      Parameter weights,
      Node output,
      Geometry geometry) {
    super(output);
    target = new PicturePieces(output.value());
    forward = new PerThreadOperation(kind, geometry, weights, input.value());
    gradients =
        output.wantsGradient()
            ? new GradientPair(graph, kind, input, weights, output, geometry)
            : null;
  }

  /**
   * @param weights [kH,kW,in,out]
   */
  public static Convolution of(Graph graph, Node input, Parameter weights, Geometry geometry) {
    Node output = geometry.output(graph, input, weights);
    return new Convolution(graph, NativeConvolution.CONVOLUTION, input, weights, output, geometry);
  }

  /**
   * @param weights [kH,kW,out,in]: those that lead a convolution from out to in
   */
  public static Convolution transposed(
      Graph graph, Node input, Parameter weights, Geometry geometry) {
    Node output = geometry.transposedOutput(graph, input, weights);
    return new Convolution(graph, NativeConvolution.TRANSPOSED, input, weights, output, geometry);
  }

  /**
   * Whether {@link Im2ColConvolution} or {@link Im2ColTransposedConvolution} is faster.
   *
   * @param channels of the picture that is convolved, or that a transposed convolution makes
   */
  public static boolean isSlow(Parameter weights, long channels) {
    return channels <= FEW_CHANNELS && !OneDnn.computes(weights.value());
  }

  @Override
  public void forward() {
    forward.run(target);
  }

  @Override
  public void backward() {
    gradients.run();
  }

  @Override
  public void close() {
    forward.close();
    if (gradients != null) gradients.close();
  }
}
