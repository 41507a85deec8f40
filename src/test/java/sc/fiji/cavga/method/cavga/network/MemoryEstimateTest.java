package sc.fiji.cavga.method.cavga.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import sc.fiji.cavga.compute.ArrayPlace;
import sc.fiji.cavga.compute.machine.InsufficientMemoryException;
import sc.fiji.cavga.method.cavga.layer.AttentionNormalization;
import sc.fiji.cavga.method.cavga.network.NetworkConfig.Variant;

class MemoryEstimateTest {

  private static NetworkConfig config(int size, int width) {
    return new NetworkConfig(
        Variant.D, size, 3, width, 3, 8, false, false, AttentionNormalization.SIGMOID);
  }

  @ParameterizedTest
  @EnumSource
  void tellsWhatALargerNetworkAllocates(ArrayPlace place) {
    NetworkConfig config = config(64, 8);
    try (CavgaNetwork network = new CavgaNetwork(config, 1, DataType.FLOAT, place)) {
      network.reserve(6);
      long allocated = bytes(network.trainingSides(6)) + bytes(network.testingSides(6));
      long estimate = new MemoryEstimate(config, place).bytes(6);
      // The kernels' own copies come on top.
      assertTrue(estimate > allocated, estimate + " for " + allocated);
      assertTrue(estimate < 2 * allocated, estimate + " for " + allocated);
    }
  }

  private static long bytes(CavgaNetwork.Sides sides) {
    return sides.generator.graph.bytes() + sides.discriminator.graph.bytes();
  }

  @Test
  void whatNoMachineHoldsIsRefusedBeforeItIsAllocated() {
    try (CavgaNetwork network = new CavgaNetwork(config(64, 8), 1)) {
      String message =
          assertThrows(InsufficientMemoryException.class, () -> network.reserve(1 << 24))
              .getMessage();
      assertTrue(
          message.startsWith("Training on 64 x 64 pixels in batches of 16777216 needs about "),
          message);
    }
  }

  @Test
  void aStepCanBeAbandonedBetweenTwoOperations() {
    try (CavgaNetwork network = new CavgaNetwork(config(16, 4), 1)) {
      int[] operations = {0};
      network.betweenOperations(() -> operations[0]++);
      network.step(TinyNetworks.pictures(2, 16, 1), LossWeights.PAPER, 1e-3, 0);
      int all = operations[0];
      assertTrue(all > 50, "operations: " + all);
      network.betweenOperations(
          () -> {
            if (++operations[0] > all + all / 2) throw new CancellationException();
          });
      assertThrows(
          CancellationException.class,
          () -> network.step(TinyNetworks.pictures(2, 16, 1), LossWeights.PAPER, 1e-3, 1));
      assertEquals(all + all / 2 + 1, operations[0]);
    }
  }
}
