package sc.fiji.cavga.nn.convolution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import sc.fiji.cavga.compute.ComputeBackend;
import sc.fiji.cavga.nn.Node;

class Im2ColTest {

  @BeforeAll
  static void start() {
    ComputeBackend.start();
  }

  @ParameterizedTest
  @CsvSource({"HALVING,16,3", "HALVING,64,1", "KEEPING,9,3"})
  void rowsHoldTheWindowsAndScatteringIsTheTransposition(
      Geometry geometry, int size, int channels) {
    Im2Col patches = new Im2Col(geometry, new long[] {2, size, size, channels});
    int columns = patches.columns();
    try (Node pictures = random(1, 2, size, size, channels);
        Node rows = random(2, 1, 1, patches.rows(), columns);
        Node gathered = random(3, 1, 1, patches.rows(), columns);
        Node scattered = random(4, 2, size, size, channels)) {
      patches.gather(pictures.values(), gathered.values());
      int outputs = (int) geometry.outputSize(size);
      for (int row = 0; row < patches.rows(); row++)
        for (int column = 0; column < columns; column++) {
          int c = column % channels;
          int x =
              row % outputs * geometry.stride
                  - geometry.padding
                  + column / channels % geometry.kernel;
          int y =
              row / outputs % outputs * geometry.stride
                  - geometry.padding
                  + column / channels / geometry.kernel;
          boolean inside = x >= 0 && y >= 0 && x < size && y < size;
          long at = ((long) (row / outputs / outputs * size + y) * size + x) * channels + c;
          assertEquals(
              inside ? pictures.values().get(at) : 0,
              gathered.values().get((long) row * columns + column));
        }
      patches.scatter(rows.values(), scattered.values(), false);
      double product = dot(gathered, rows);
      assertEquals(product, dot(pictures, scattered), 1e-9 * Math.abs(product) + 1e-9);
      double before = scattered.values().get(5);
      patches.scatter(rows.values(), scattered.values(), true);
      assertEquals(2 * before, scattered.values().get(5), 1e-12);
    }
  }

  private static double dot(Node a, Node b) {
    double sum = 0;
    for (long i = 0; i < a.values().length(); i++) sum += a.values().get(i) * b.values().get(i);
    return sum;
  }

  private static Node random(long seed, long... shape) {
    Node node = new Node(DataType.DOUBLE, false, shape);
    Random random = new Random(seed);
    for (long i = 0; i < node.values().length(); i++) node.values().set(i, random.nextGaussian());
    return node;
  }
}
