package sc.fiji.cavga.nn.array;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import sc.fiji.cavga.compute.ComputeBackend;
import sc.fiji.cavga.nn.ChannelOrder;
import sc.fiji.cavga.nn.Node;
import sc.fiji.cavga.nn.layer.ChannelSums;

/** Strips of both precisions against the same arithmetic in doubles. */
class RowBufferTest {

  private static final int CHANNELS = 3;
  private static final int ROWS = 1500;

  @BeforeAll
  static void start() {
    ComputeBackend.start();
  }

  @ParameterizedTest
  @EnumSource(
      value = DataType.class,
      names = {"FLOAT", "DOUBLE"})
  void walksOverAllRowsOnce(DataType type) {
    try (Node from = random(type, 1);
        Node to = random(type, 2)) {
      double[] factor = {2, -1, 0.5};
      double[] summand = {0.25, 0, -3};
      RowBuffer factors = from.values().strip(CHANNELS).tile(factor);
      RowBuffer summands = from.values().strip(CHANNELS).tile(summand);
      RowBuffer x = from.values().strip(CHANNELS);
      double untouched = to.values().get(6L * CHANNELS);
      for (long row = 7; row < ROWS; row += x.rows())
        x.load(from.values(), row, ROWS).leakyLine(factors, summands, 1).store(to.values(), row);
      for (int i = 7 * CHANNELS; i < ROWS * CHANNELS; i++) {
        int c = i % CHANNELS;
        assertEquals(from.values().get(i) * factor[c] + summand[c], to.values().get(i), 1e-5);
      }
      assertEquals(untouched, to.values().get(6L * CHANNELS));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = DataType.class,
      names = {"FLOAT", "DOUBLE"})
  void leakyReluAndItsDerivativeAgreeAtAndAroundZero(DataType type) {
    try (Node node = new Node(type, true, 1, 1, 1, 5)) {
      double[] values = {-2, -1e-30, 0, 1e-30, 3};
      double[] activated = {-0.4, -2e-31, 0, 1e-30, 3};
      double[] slopes = {0.2, 0.2, 0.2, 1, 1};
      for (int i = 0; i < values.length; i++) {
        node.values().set(i, values[i]);
        node.gradients().set(i, 10);
      }
      RowBuffer x = node.values().strip(1).load(node.values(), 0, 5);
      RowBuffer d = node.values().strip(1).load(node.gradients(), 0, 5).timesSlope(x, 0.2);
      x.leaky(0.2);
      for (int i = 0; i < values.length; i++) {
        assertEquals(activated[i], x.get(i), 1e-7, "value " + i);
        assertEquals(10 * slopes[i], d.get(i), 1e-5, "slope " + i);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = DataType.class,
      names = {"FLOAT", "DOUBLE"})
  void sumsPerChannelOverManyStrips(DataType type) {
    try (Node node = new Node(type, true, 4, 150, 150, CHANNELS)) {
      for (long i = 0; i < node.values().length(); i++)
        node.values().set(i, 1 + i % CHANNELS + (i % 7 - 3) * 0.01);
      double[] expected = new double[CHANNELS];
      for (int i = 0; i < node.values().length(); i++)
        expected[i % CHANNELS] += node.values().get(i);
      double[] sums =
          ChannelSums.over(
              node,
              1,
              (sum, start, end) -> {
                RowBuffer x = node.values().strip(CHANNELS);
                for (long row = start; row < end; row += x.rows())
                  sum[0].add(x.load(node.values(), row, end));
              });
      for (int i = 0; i < sums.length; i++) assertEquals(expected[i], sums[i], 1e-6 * expected[i]);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = DataType.class,
      names = {"FLOAT", "DOUBLE"})
  void sigmoidIsTheLogisticFunctionEverywhere(DataType type) {
    double[] values = new double[601];
    for (int i = 0; i < values.length; i++) values[i] = 0.1 * (i - 300);
    values[0] = -1e30;
    values[600] = Double.NaN;
    try (Node node = new Node(type, false, 1, 1, 1, values.length)) {
      for (int i = 0; i < values.length; i++) node.values().set(i, values[i]);
      RowBuffer x = node.values().strip(1).load(node.values(), 0, values.length).sigmoid();
      for (int i = 0; i < values.length; i++)
        assertEquals(1 / (1 + Math.exp(-values[i])), x.get(i), 1e-6, "of " + values[i]);
    }
  }

  /** With more rows than a strip holds, so that strips end within pictures and with them. */
  @ParameterizedTest
  @EnumSource(
      value = DataType.class,
      names = {"FLOAT", "DOUBLE"})
  void channelsChangePlacesAndComeBack(DataType type) {
    int plane = 40 * 40;
    float[] pictures = new float[2 * CHANNELS * plane];
    for (int i = 0; i < pictures.length; i++) pictures[i] = i;
    try (Node node = new Node(type, false, 2, 40, 40, CHANNELS)) {
      ChannelOrder.enter(pictures, node);
      for (int i : new int[] {0, 1, plane, 2 * plane + 7, 5 * plane + 1599, 6 * plane - 1}) {
        int picture = i / plane / CHANNELS;
        int row = picture * plane + i % plane;
        assertEquals(i, node.values().get((long) row * CHANNELS + i / plane % CHANNELS));
      }
      float[] back = new float[3 * CHANNELS * plane];
      ChannelOrder.leave(node, back, 1, 2);
      for (int i = 0; i < pictures.length; i++)
        assertEquals(pictures[i], back[CHANNELS * plane + i]);
      assertEquals(0, back[CHANNELS * plane - 1]);
    }
  }

  private static Node random(DataType type, long seed) {
    Node node = new Node(type, true, 1, 1, ROWS, CHANNELS);
    Random random = new Random(seed);
    for (long i = 0; i < node.values().length(); i++) node.values().set(i, random.nextGaussian());
    return node;
  }
}
