package sc.fiji.cavga.lab;

import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import sc.fiji.cavga.network.NetworkConfig;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;

/** A picture of noise, of the size that a network takes. */
final class RandomPicture {

  private RandomPicture() {}

  static Picture of(NetworkConfig config, Random random) {
    float[] values = new float[config.channels() * config.size() * config.size()];
    for (int i = 0; i < values.length; i++) values[i] = random.nextFloat();
    return new Picture(
        "noise",
        ArrayImgs.floats(values, config.size(), config.size(), config.channels()),
        PixelSize.UNKNOWN);
  }
}
