package sc.fiji.cavga.method.cavga;

import java.io.IOException;
import java.util.List;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.method.cavga.network.NetworkConfig;
import sc.fiji.cavga.method.cavga.network.NetworkConfig.Variant;

/**
 * Whether a file's weights can be those of the network that it describes, asked before such a
 * network is built: a small file that describes a huge network must not make anyone allocate it.
 * Each array's name and shape is checked by the network itself when it takes the weights.
 */
final class WeightCheck {

  private static final int KERNEL = 4 * 4;
  private static final int LATENT_KERNEL = 3 * 3;

  private WeightCheck() {}

  /**
   * @throws IOException with one sentence when the weights are too few for the network
   */
  static void require(NetworkConfig network, List<NamedArray> weights) throws IOException {
    long count = 0;
    for (NamedArray array : weights) count += array.values().length;
    long encoder =
        network.variant() == Variant.D ? encoderWeights(network) : resnetWeights(network);
    if (count < encoder + latentWeights(network))
      throw new IOException("it has fewer weights than the network that it describes.");
  }

  /** Those that lead to μ, to log σ² and back: fully connected where the latent is flat. */
  private static long latentWeights(NetworkConfig network) {
    long maps = (long) network.width() << lastLevel(network);
    long places =
        network.flatLatent() ? (long) network.latentSize() * network.latentSize() : LATENT_KERNEL;
    return 3 * places * maps * network.latentChannels();
  }

  private static int lastLevel(NetworkConfig network) {
    return network.variant() == Variant.D ? network.levels() - 1 : 3;
  }

  /** Those of a ResNet-18's last stage alone, three of whose four 3 × 3 convolutions are square. */
  private static long resnetWeights(NetworkConfig network) {
    long maps = 8L * network.width();
    return 9 * (maps / 2 * maps + 3 * maps * maps);
  }

  /** Those of the encoder's 4 × 4 convolutions, whose widths double from level to level. */
  private static long encoderWeights(NetworkConfig network) {
    long count = 0;
    long in = network.channels();
    for (int level = 0; level < network.levels(); level++) {
      long out = (long) network.width() << level;
      count += KERNEL * in * out;
      in = out;
    }
    return count;
  }
}
