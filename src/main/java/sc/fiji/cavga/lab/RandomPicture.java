package sc.fiji.cavga.lab;

import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;

/** A picture of noise, of a size that networks take. */
final class RandomPicture {

  private RandomPicture() {}

  static Picture of(int size, int channels, Random random) {
    float[] values = new float[channels * size * size];
    for (int i = 0; i < values.length; i++) values[i] = random.nextFloat();
    return new Picture("noise", ArrayImgs.floats(values, size, size, channels), PixelSize.UNKNOWN);
  }
}
