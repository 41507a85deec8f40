package sc.fiji.cavga.nn.convolution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import sc.fiji.cavga.compute.ComputeBackend;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.Parameter;
import sc.fiji.cavga.nn.Parameters;
import sc.fiji.cavga.nn.array.Values;
import sc.fiji.cavga.nn.layer.Layers;

/** A convolution in lanes gives what it gives as a whole. */
class PerThreadOperationTest {

  private static final int PICTURES = 5;

  private final ComputeBackend backend = ComputeBackend.start();
  private int threads;

  @BeforeEach
  void remember() {
    threads = backend.threads();
  }

  @AfterEach
  void restore() {
    backend.useThreads(threads);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 8})
  void givesTheSameInLanesAsAlone(int lanes) {
    for (boolean transposed : new boolean[] {false, true}) {
      backend.useThreads(1);
      double[][] alone = run(transposed);
      backend.useThreads(lanes);
      double[][] beside = run(transposed);
      for (int i = 0; i < alone.length; i++) assertArrayEquals(alone[i], beside[i], 1e-12);
    }
  }

  @Test
  void isOneLaneBesideOthers() {
    backend.useThreads(3);
    assertEquals(3, ComputeBackend.lanes(PICTURES));
    assertEquals(2, ComputeBackend.lanes(2));
    int[] within = new int[2];
    ComputeBackend.sideBySide(2, piece -> within[piece] = ComputeBackend.lanes(PICTURES));
    assertArrayEquals(new int[] {1, 1}, within);
    assertEquals(3, ComputeBackend.lanes(PICTURES));
  }

  /** Output and gradients of a convolution whose weights get gradients from two passes. */
  private static double[][] run(boolean transposed) {
    try (Parameters parameters = new Parameters(DataType.DOUBLE, 1);
        Graph graph = new Graph(DataType.DOUBLE, true)) {
      Node input = graph.input(true, PICTURES, 8, 8, 6);
      Layers layers = new Layers(graph, parameters);
      Node output =
          transposed
              ? layers.transposedConvolution("c", input, 7, Geometry.HALVING, false, Layers.LINEAR)
              : layers.convolution("c", input, 7, Geometry.HALVING, false, Layers.LINEAR);
      Random random = new Random(2);
      for (int pass = 0; pass < 2; pass++) {
        fill(input.values(), random);
        graph.forward();
        output.receiveGradient();
        fill(output.gradients(), random);
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

  private static void fill(Values values, Random random) {
    for (long i = 0; i < values.length(); i++) values.set(i, random.nextGaussian());
  }
}
