package sc.fiji.cavga.method.cavga.network;

import java.util.Random;
import sc.fiji.cavga.method.cavga.layer.AttentionNormalization;
import sc.fiji.cavga.method.cavga.network.NetworkConfig.Variant;
import sc.fiji.cavga.preprocess.PictureBatch;

/** Networks and pictures small enough for tests. */
final class TinyNetworks {

  private TinyNetworks() {}

  static NetworkConfig config(boolean weak, AttentionNormalization attention) {
    return new NetworkConfig(Variant.D, 16, 3, 6, 2, 3, false, weak, attention);
  }

  /** ResNet-18 with four maps in its stem. */
  static NetworkConfig residual(boolean weak) {
    return new NetworkConfig(
        Variant.R, 64, 3, 4, 5, 3, false, weak, AttentionNormalization.SIGMOID);
  }

  /** With a flat latent. */
  static NetworkConfig flat(boolean weak) {
    return new NetworkConfig(Variant.D, 16, 3, 6, 2, 3, true, weak, AttentionNormalization.SIGMOID);
  }

  /** Random pictures with a field of view whose corners are cut; the last one is anomalous. */
  static PictureBatch pictures(int count, int size, long seed) {
    Random random = new Random(seed);
    float[] values = new float[count * 3 * size * size];
    float[] fieldOfView = new float[count * size * size];
    for (int b = 0; b < count; b++)
      for (int y = 0; y < size; y++)
        for (int x = 0; x < size; x++) {
          boolean inside = Math.hypot(x - size / 2.0, y - size / 2.0) < 0.6 * size;
          fieldOfView[(b * size + y) * size + x] = inside ? 1 : 0;
          for (int c = 0; c < 3; c++) {
            float v = random.nextFloat();
            values[((b * 3 + c) * size + y) * size + x] = inside ? v : 0;
          }
        }
    boolean[] anomalous = new boolean[count];
    anomalous[count - 1] = true;
    return new PictureBatch(3, size, values, fieldOfView, anomalous);
  }
}
