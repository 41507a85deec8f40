package sc.fiji.cavga.model;

import java.io.IOException;
import java.util.List;
import sc.fiji.cavga.network.NamedArray;
import sc.fiji.cavga.network.NetworkConfig;
import sc.fiji.cavga.network.NetworkConfig.Variant;

/**
 * Whether a file's weights can be those of the network that it describes, asked before such a
 * network is built: a small file that describes a huge network must not make anyone allocate it.
 * Each array's name and shape is checked by the network itself when it takes the weights.
 */
final class WeightCheck {

  private static final int KERNEL = 4 * 4;

  private WeightCheck() {}

  /**
   * @throws IOException with one sentence when the weights are too few for the network, or not
   *     finite
   */
  static void require(NetworkConfig network, List<NamedArray> weights) throws IOException {
    long count = 0;
    for (NamedArray array : weights) {
      count += array.values().length;
      for (float value : array.values())
        if (!Float.isFinite(value))
          throw new IOException("its weights " + array.name() + " are not finite numbers.");
    }
    if (network.variant() == Variant.DCGAN && count < encoderWeights(network))
      throw new IOException("it has fewer weights than the network that it describes.");
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
