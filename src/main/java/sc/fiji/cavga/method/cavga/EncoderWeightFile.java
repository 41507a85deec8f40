package sc.fiji.cavga.method.cavga;

import java.io.IOException;
import java.nio.file.Path;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.io.Safetensors;
import sc.fiji.cavga.method.cavga.network.EncoderWeights;
import sc.fiji.cavga.method.cavga.network.NetworkConfig;

/** A safetensors file of a public ResNet-18, for CAVGA-R to begin with. */
public final class EncoderWeightFile {

  private EncoderWeightFile() {}

  /**
   * @throws IOException with one sentence that names the file and says what is wrong with it
   * @throws IllegalArgumentException with one sentence when the network has no such encoder, or the
   *     weights do not fit it
   */
  public static EncoderWeights read(Path file, NetworkConfig network) throws IOException {
    EncoderWeights weights = EncoderWeights.of(network, Safetensors.read(file));
    for (NamedArray array : weights.arrays())
      for (float value : array.values())
        if (!Float.isFinite(value))
          throw new IOException(
              file + " cannot be used: its " + array.name() + " holds values that are no numbers.");
    return weights;
  }
}
