package sc.fiji.cavga.nn.layer;

import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Parameter;
import sc.fiji.cavga.nn.Parameters;
import sc.fiji.cavga.nn.convolution.Geometry;

/** Adds layers to a graph; each takes its parameters by its name from the given ones. */
public final class Layers {

  /** The slope of "no activation". */
  public static final double LINEAR = 1;

  private final Graph graph;
  private final LayerOperations operations;
  private final Parameters parameters;

  public Layers(Graph graph, Parameters parameters) {
    this.graph = graph;
    operations = new LayerOperations(graph);
    this.parameters = parameters;
  }

  public Graph graph() {
    return graph;
  }

  /** What needs no parameters. */
  public LayerOperations operations() {
    return operations;
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
    Node output = operations.convolution(input, weights, geometry);
    return activated(name, output, in * kernel * kernel, bias, slope);
  }

  /** Transposed convolution, bias where asked for, and leaky ReLU of the given slope. */
  public Node transposedConvolution(
      String name, Node input, int out, Geometry geometry, boolean bias, double slope) {
    long in = input.channels();
    int kernel = geometry.kernel;
    // PyTorch takes the output's channels for a transposed convolution's fan-in.
    long fanIn = (long) out * kernel * kernel;
    Parameter weights = parameters.uniform(name + ".weight", fanIn, kernel, kernel, out, in);
    Node output = operations.transposedConvolution(input, weights, geometry);
    return activated(name, output, fanIn, bias, slope);
  }

  /**
   * The transposition of a convolution that was added before, with its very weights: it leads a
   * gradient from the convolution's output back to its input.
   */
  public Node transposition(String name, Node outputGradient, Geometry geometry) {
    Parameter weights = parameters.known(name + ".weight");
    return operations.transposition(outputGradient, weights, geometry);
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
    return activated(name, operations.dense(input, weights), features, true, LINEAR);
  }

  /**
   * Fully connected from a vector to a map, with bias and leaky ReLU of the given slope: a
   * transposed convolution whose window is the whole output.
   *
   * @param input [B,1,1,K]
   * @param size height and width of the output
   * @return [B,size,size,out]
   */
  public Node spread(String name, Node input, int size, int out, double slope) {
    long fanIn = (long) out * size * size;
    Parameter weights =
        parameters.uniform(name + ".weight", fanIn, size, size, out, input.channels());
    return activated(name, operations.denseTransposed(input, weights), fanIn, true, slope);
  }

  /** The transposition of a fully connected layer that was added before, with its very weights. */
  public Node denseTransposition(String name, Node outputGradient) {
    Parameter weights = parameters.known(name + ".weight");
    return operations.denseTransposed(outputGradient, weights);
  }

  /** Batch normalization and leaky ReLU of the given slope. */
  public Node batchNormalization(String name, Node input, double slope) {
    return normalization(name, input, slope, null);
  }

  private Node normalization(String name, Node input, double slope, Node skip) {
    int channels = input.channels();
    Parameter[] statistics = {
      parameters.constant(name + ".weight", 1, true, channels),
      parameters.constant(name + ".bias", 0, true, channels),
      parameters.constant(name + ".running_mean", 0, false, channels),
      parameters.constant(name + ".running_var", 1, false, channels)
    };
    return operations.normalization(input, statistics, slope, skip);
  }

  /**
   * Batch normalization and leaky ReLU of the given slope, then the sum with a skip and a second
   * leaky ReLU.
   *
   * @param skip made by {@link #batchNormalization}, and skipped from but once
   */
  public Node normalizedSum(String name, Node input, double slope, Node skip, double last) {
    // At test time normalization works in place.
    Node output =
        graph.training()
            ? normalization(name, input, slope, skip)
            : operations.sum(batchNormalization(name, input, slope), skip);
    if (last != LINEAR) operations.activation(output, null, last);
    return output;
  }

  /** The parameter of a layer that was added before. */
  public Parameter parameter(String name) {
    return parameters.known(name);
  }

  private Node activated(String name, Node output, long fanIn, boolean bias, double slope) {
    Parameter shift = bias ? parameters.uniform(name + ".bias", fanIn, output.channels()) : null;
    if (bias || slope != LINEAR) operations.activation(output, shift, slope);
    return output;
  }
}
