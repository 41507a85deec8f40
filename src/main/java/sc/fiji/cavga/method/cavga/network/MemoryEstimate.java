package sc.fiji.cavga.method.cavga.network;

import sc.fiji.cavga.compute.ComputeBackend;

/**
 * How much native memory a network takes in training, told without allocating it: all arrays of a
 * small picture are made and counted, since those of larger ones grow with the number of pixels.
 */
public final class MemoryEstimate {

  /** A native convolution keeps its own copies of its input and output and of their gradients. */
  public static final int COPIES = 4;

  public static final int SMALLEST = 16;

  /** For each picture of a batch, in bytes. */
  private final long perPicture;

  /** For each thread, in bytes. */
  private final long perLane;

  MemoryEstimate(NetworkConfig config) {
    int step = 1 << config.levels();
    int small = (SMALLEST + step - 1) / step * step;
    long scale = (long) config.size() * config.size() / (small * small);
    try (CavgaNetwork network = new CavgaNetwork(config.withSize(small), 0)) {
      perPicture =
          scale * (perPicture(network.trainingSides(1)) + perPicture(network.testingSides(1)));
      perLane =
          network.trainingSides(1).generator.graph.bytesPerLane()
              + network.trainingSides(1).discriminator.graph.bytesPerLane();
    }
  }

  private static long perPicture(CavgaNetwork.Sides sides) {
    return sides.generator.graph.bytes()
        + sides.discriminator.graph.bytes()
        + COPIES * sides.generator.graph.largestBytes();
  }

  long bytes(int pictures) {
    return perPicture * pictures + perLane * ComputeBackend.lanes(pictures);
  }
}
