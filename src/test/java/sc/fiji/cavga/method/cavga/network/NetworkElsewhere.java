package sc.fiji.cavga.method.cavga.network;

import java.nio.file.Files;
import java.nio.file.Path;
import sc.fiji.cavga.method.cavga.layer.AttentionNormalization;
import sc.fiji.cavga.preprocess.PictureBatch;

/** What a forked Java process does: infers with a network, and writes down the size of its map. */
public final class NetworkElsewhere {

  private NetworkElsewhere() {}

  /**
   * @param arguments the file to write to
   */
  public static void main(String... arguments) throws Exception {
    NetworkConfig config = TinyNetworks.config(false, AttentionNormalization.SIGMOID);
    int plane = config.size() * config.size();
    PictureBatch batch =
        new PictureBatch(
            config.channels(),
            config.size(),
            new float[config.channels() * plane],
            new float[plane],
            new boolean[1]);
    try (CavgaNetwork network = new CavgaNetwork(config, 1)) {
      int values = network.infer(batch).attention().length;
      Files.writeString(Path.of(arguments[0]), "attention of " + values);
    }
    System.exit(0);
  }
}
