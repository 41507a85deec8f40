package sc.fiji.cavga.network.graph;

/**
 * What follows a convolution in place: adding a bias per channel, then a leaky ReLU of the given
 * slope for negative values (1 for none). In place, because the derivative can be told from the
 * sign of what comes out.
 */
final class Epilogue {

  private final Parameter bias;
  private final double slope;

  /**
   * @param bias [C], or null
   */
  Epilogue(Parameter bias, double slope) {
    this.bias = bias;
    this.slope = slope;
  }

  boolean isIdentity() {
    return bias == null && slope == 1;
  }

  void forward(Node output) {
    if (isIdentity()) return;
    int channels = output.channels();
    Values y = output.values();
    double[] shift = bias == null ? new double[channels] : read(bias);
    Blocks.run(
        output.rows(),
        channels,
        (block, start, end) -> {
          for (long row = start; row < end; row++) {
            long at = row * channels;
            for (int c = 0; c < channels; c++) {
              double v = y.get(at + c) + shift[c];
              y.set(at + c, v > 0 ? v : v * slope);
            }
          }
        });
  }

  /** Turns the gradient after the epilogue into the one before it, and adds to the bias's. */
  void backward(Node output) {
    if (isIdentity()) return;
    int channels = output.channels();
    Values y = output.values();
    Values dy = output.gradients();
    boolean biasWanted = bias != null && bias.wantsGradient();
    double[][] partial = new double[Blocks.count(output.rows(), channels)][channels];
    Blocks.run(
        output.rows(),
        channels,
        (block, start, end) -> {
          double[] sum = partial[block];
          for (long row = start; row < end; row++) {
            long at = row * channels;
            for (int c = 0; c < channels; c++) {
              double d = dy.get(at + c);
              if (slope != 1 && !(y.get(at + c) > 0)) {
                d *= slope;
                dy.set(at + c, d);
              }
              sum[c] += d;
            }
          }
        });
    if (biasWanted) add(bias, Blocks.sum(partial, channels));
  }

  private static double[] read(Parameter parameter) {
    double[] values = new double[parameter.channels()];
    for (int c = 0; c < values.length; c++) values[c] = parameter.values().get(c);
    return values;
  }

  private static void add(Parameter parameter, double[] gradient) {
    boolean accumulate = parameter.receiveGradient();
    for (int c = 0; c < gradient.length; c++) parameter.gradients().put(c, gradient[c], accumulate);
  }
}
