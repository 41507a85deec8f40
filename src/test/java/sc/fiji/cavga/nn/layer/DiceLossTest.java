package sc.fiji.cavga.nn.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import sc.fiji.cavga.compute.ArrayPlace;
import sc.fiji.cavga.compute.ComputeBackend;
import sc.fiji.cavga.nn.Graph;
import sc.fiji.cavga.nn.Loss;
import sc.fiji.cavga.nn.Node;

/** The loss by hand; its gradient is checked with the whole U-Net's. */
class DiceLossTest {

  private static double loss(int channels, double[] found, double[] truth, double[] inside) {
    ComputeBackend.start();
    double loss = loss(ArrayPlace.HOST, channels, found, truth, inside);
    assertEquals(loss, loss(ArrayPlace.RESIDENT, channels, found, truth, inside), 1e-12);
    return loss;
  }

  private static double loss(
      ArrayPlace place, int channels, double[] found, double[] truth, double[] inside) {
    try (Graph graph = new Graph(DataType.DOUBLE, true, place)) {
      Node p = node(graph, channels, found);
      Node t = node(graph, channels, truth);
      Node field = node(graph, 1, inside);
      Loss loss = new LayerOperations(graph).diceLoss(p, t, field);
      graph.forward();
      return loss.value();
    }
  }

  private static Node node(Graph graph, int channels, double... values) {
    Node node = graph.input(true, 1, 2, 2, channels);
    node.write(values);
    return node;
  }

  @Test
  void isOneLessTheOverlap() {
    double[] all = {1, 1, 1, 1};
    // Shared 0.5 + 1; together 0.5 + 1 + 0.25 found and 3 there; one pixel more on both sides.
    double[] found = {0.5, 1, 0.25, 0};
    assertEquals(
        1 - (2 * 1.5 + 1) / (1.75 + 3 + 1), loss(1, found, new double[] {1, 1, 0, 1}, all));
  }

  @Test
  void perfectOnesAndThoseWithoutAnythingThereCostNothing() {
    double[] all = {1, 1, 1, 1};
    double[] some = {0, 1, 1, 0};
    assertEquals(0, loss(1, some, some, all), 1e-12);
    assertEquals(0, loss(1, new double[4], new double[4], all), 1e-12);
    assertEquals(0, loss(1, some, new double[4], all), 1e-12);
  }

  @Test
  void everyChannelCountsAsMuch() {
    double[] all = {1, 1, 1, 1};
    double[] found = {1, 1, 1, 0, 1, 0, 1, 0};
    double[] truth = {1, 1, 1, 0, 1, 0, 1, 0};
    double[] missed = {1, 0, 1, 0, 1, 0, 1, 0};
    assertEquals(0, loss(2, found, truth, all), 1e-12);
    assertEquals((1 - 1 / 2.0) / 2, loss(2, missed, truth, all), 1e-12);
  }

  @Test
  void whatLiesOutsideTheFieldOfViewDoesNotCount() {
    double[] inside = {1, 1, 0, 0};
    double[] truth = {0, 1, 1, 1};
    assertEquals(0, loss(1, new double[] {0, 1, 0, 0}, truth, inside), 1e-12);
  }
}
