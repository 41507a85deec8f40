package sc.fiji.cavga.method.cavga.network;

import org.nd4j.linalg.api.buffer.DataType;
import sc.fiji.cavga.compute.ArrayPlace;
import sc.fiji.cavga.compute.ComputeBackend;
import sc.fiji.cavga.preprocess.Preprocessing;

/**
 * How much native memory a network takes in training, told without allocating it: all arrays of a
 * small picture are made and counted, since those of larger ones grow with the number of pixels.
 */
public final class MemoryEstimate {

  /** For each picture of a batch, in bytes. */
  private final long perPicture;

  /** For each thread, in bytes. */
  private final long perLane;

  MemoryEstimate(NetworkConfig config, ArrayPlace place) {
    int step = 1 << config.levels();
    int small = (Preprocessing.SMALLEST_SIZE + step - 1) / step * step;
    long scale = (long) config.size() * config.size() / (small * small);
    try (CavgaNetwork network =
        new CavgaNetwork(config.withSize(small), 0, DataType.FLOAT, place)) {
      perPicture =
          scale * (perPicture(network.trainingSides(1)) + perPicture(network.testingSides(1)));
      perLane =
          network.trainingSides(1).generator.graph.bytesPerLane()
              + network.trainingSides(1).discriminator.graph.bytesPerLane();
    }
  }

  private static long perPicture(CavgaNetwork.Sides sides) {
    return sides.generator.graph.trainingBytes() + sides.discriminator.graph.bytes();
  }

  long bytes(int pictures) {
    return perPicture * pictures + perLane * ComputeBackend.lanes(pictures);
  }
}
