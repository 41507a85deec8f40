package sc.fiji.cavga.network.graph;

/** Adds layers to a graph; each takes its parameters by its name from the given ones. */
public final class Layers {

  /** At most so many channels are few: products with patches are faster there. */
  private static final int FEW_CHANNELS = 4;

  /** The slope of "no activation". */
  public static final double LINEAR = 1;

  private final Graph graph;
  private final Parameters parameters;

  public Layers(Graph graph, Parameters parameters) {
    this.graph = graph;
    this.parameters = parameters;
  }

  public Graph graph() {
    return graph;
  }

  /**
   * Convolution, bias where asked for, and leaky ReLU of the given slope.
   *
   * @param input [B,H,W,C]
   * @return [B,H',W',out]
   */
  public Node convolution(
      String name, Node input, int out, Geometry geometry, boolean bias, double slope) {
    long in = input.channels();
    int kernel = geometry.kernel;
    Parameter weights =
        parameters.uniform(name + ".weight", in * kernel * kernel, kernel, kernel, in, out);
    Epilogue epilogue = epilogue(name, in * kernel * kernel, out, bias, slope);
    return graph
        .add(
            in <= FEW_CHANNELS
                ? new ThinConvolution(graph, input, weights, geometry, epilogue)
                : Convolution.of(graph, input, weights, geometry, epilogue))
        .output();
  }

  /** Transposed convolution, bias where asked for, and leaky ReLU of the given slope. */
  public Node transposedConvolution(
      String name, Node input, int out, Geometry geometry, boolean bias, double slope) {
    long in = input.channels();
    int kernel = geometry.kernel;
    // PyTorch takes the output's channels for a transposed convolution's fan-in.
    long fanIn = (long) out * kernel * kernel;
    Parameter weights = parameters.uniform(name + ".weight", fanIn, kernel, kernel, out, in);
    Epilogue epilogue = epilogue(name, fanIn, out, bias, slope);
    return graph
        .add(
            out <= FEW_CHANNELS
                ? new ThinTransposedConvolution(graph, input, weights, geometry, epilogue)
                : Convolution.transposed(graph, input, weights, geometry, epilogue))
        .output();
  }

  /**
   * The transposition of a convolution that was added before, with its very weights: it leads a
   * gradient from the convolution's output back to its input.
   */
  public Node transposition(String name, Node outputGradient, Geometry geometry) {
    Parameter weights = parameters.known(name + ".weight");
    return graph
        .add(
            Convolution.transposed(
                graph, outputGradient, weights, geometry, new Epilogue(null, LINEAR)))
        .output();
  }

  /**
   * Fully connected, with bias.
   *
   * @return [B,1,1,out]
   */
  public Node dense(String name, Node input, int out) {
    long features = input.value().length() / input.size(0);
    Parameter weights =
        parameters.uniform(
            name + ".weight", features, input.size(1), input.size(2), input.size(3), out);
    Epilogue epilogue = epilogue(name, features, out, true, LINEAR);
    return graph.add(new Dense(graph, input, weights, epilogue)).output();
  }

  /** Batch normalization and leaky ReLU of the given slope. */
  public Node batchNormalization(String name, Node input, double slope) {
    int channels = input.channels();
    Parameter[] statistics = {
      parameters.constant(name + ".weight", 1, true, channels),
      parameters.constant(name + ".bias", 0, true, channels),
      parameters.constant(name + ".running_mean", 0, false, channels),
      parameters.constant(name + ".running_var", 1, false, channels)
    };
    return graph.add(new BatchNormalization(graph, input, statistics, slope)).output();
  }

  /** The parameter of a layer that was added before. */
  public Parameter parameter(String name) {
    return parameters.known(name);
  }

  private Epilogue epilogue(String name, long fanIn, int out, boolean bias, double slope) {
    return new Epilogue(bias ? parameters.uniform(name + ".bias", fanIn, out) : null, slope);
  }
}
