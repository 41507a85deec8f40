package sc.fiji.cavga.nn.convolution;

import java.util.Random;
import org.nd4j.linalg.api.buffer.DataType;
import sc.fiji.cavga.compute.ArrayPlace;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Parameter;
import sc.fiji.cavga.nn.Parameters;
import sc.fiji.cavga.nn.StateExchange;
import sc.fiji.cavga.nn.kernel.Transfer;
import sc.fiji.cavga.nn.layer.Layers;

/** A convolution of five random pictures, forwards and backwards, however it is computed. */
final class ConvolutionRun {

  /** In a batch. */
  static final int PICTURES = 5;

  private static final int SIZE = 12;

  private ConvolutionRun() {}

  /**
   * Output and gradients, with weights that change between two passes and get gradients from both.
   *
   * @param in channels
   * @param out channels
   */
  static double[][] of(DataType type, Geometry geometry, boolean transposed, int in, int out) {
    return of(ArrayPlace.HOST, type, geometry, transposed, in, out);
  }

  static double[][] of(
      ArrayPlace place, DataType type, Geometry geometry, boolean transposed, int in, int out) {
    try (Parameters parameters = new Parameters(type, 1, place);
        Parameters others = new Parameters(type, 2, place);
        Graph graph = new Graph(type, true, place)) {
      Node input = graph.input(true, PICTURES, SIZE, SIZE, in);
      Node output = layer(graph, parameters, input, geometry, transposed, out);
      layer(new Graph(type, false, place), others, input, geometry, transposed, out);
      Random random = new Random(2);
      for (int pass = 0; pass < 2; pass++) {
        if (pass == 1)
          new StateExchange().add(parameters).write(new StateExchange().add(others).read());
        input.write(random(input, random));
        graph.forward();
        output.receiveGradient();
        Transfer.write(random(output, random), output.gradient());
        graph.backward();
      }
      Parameter weights = parameters.known("c.weight");
      return new double[][] {
        output.value().ravel().toDoubleVector(),
        input.gradient().ravel().toDoubleVector(),
        weights.gradient().ravel().toDoubleVector()
      };
    }
  }

  private static Node layer(
      Graph graph,
      Parameters parameters,
      Node input,
      Geometry geometry,
      boolean transposed,
      int out) {
    Layers layers = new Layers(graph, parameters);
    return transposed
        ? layers.transposedConvolution("c", input, out, geometry, false, Layers.LINEAR)
        : layers.convolution("c", input, out, geometry, false, Layers.LINEAR);
  }

  private static double[] random(Node like, Random random) {
    double[] values = new double[(int) like.value().length()];
    for (int i = 0; i < values.length; i++) values[i] = (float) random.nextGaussian();
    return values;
  }
}
