package sc.fiji.cavga.gate;

import net.imglib2.RandomAccess;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import sc.fiji.cavga.phantom.FundusPhantom;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.picture.PixelView;
import sc.fiji.cavga.preprocess.PreparedPicture;
import sc.fiji.cavga.preprocess.Preprocessing;
import sc.fiji.cavga.preprocess.Preprocessing.FieldOfViewMode;

/** Drawn eyes, and what can be wrong with their photographs. */
final class Eyes {

  static final int WIDTH = 384;
  static final int HEIGHT = 326;

  private static final Preprocessing PREPROCESSING =
      new Preprocessing(32, 3, FieldOfViewMode.RETINA);

  private Eyes() {}

  /** What a pixel shows. */
  interface Pixels {
    double at(int x, int y, int channel);
  }

  static Img<FloatType> eye(long seed) {
    return new FundusPhantom(WIDTH, HEIGHT).draw(seed).pixels();
  }

  static double at(Img<FloatType> eye, int x, int y, int channel) {
    return PixelView.source(eye).at(x, y, channel);
  }

  static PreparedPicture prepared(Img<FloatType> eye) {
    return PREPROCESSING.prepare(new Picture("eye", eye, PixelSize.UNKNOWN));
  }

  static PreparedPicture prepared(int width, int height, Pixels pixels) {
    Img<FloatType> image = ArrayImgs.floats(width, height, 3);
    RandomAccess<FloatType> access = image.randomAccess();
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++)
        for (int channel = 0; channel < 3; channel++)
          access.setPositionAndGet(x, y, channel).set((float) pixels.at(x, y, channel));
    return prepared(image);
  }

  /** Behind haze of its own mean colour, the black surround apart. */
  static PreparedPicture hazy(Img<FloatType> eye, double kept) {
    return prepared(
        WIDTH,
        HEIGHT,
        (x, y, channel) -> {
          double value = at(eye, x, y, channel);
          double haze = channel == 0 ? 0.6 : channel == 1 ? 0.3 : 0.12;
          return at(eye, x, y, 0) < 0.1 ? value : kept * value + (1 - kept) * haze;
        });
  }

  /** The mean of a square around each pixel. */
  static PreparedPicture blurred(Img<FloatType> eye, int radius) {
    PixelView.Source pixels = PixelView.source(eye);
    return prepared(
        WIDTH,
        HEIGHT,
        (x, y, channel) -> {
          double sum = 0;
          int count = 0;
          for (int v = Math.max(0, y - radius); v <= Math.min(HEIGHT - 1, y + radius); v++)
            for (int u = Math.max(0, x - radius); u <= Math.min(WIDTH - 1, x + radius); u++) {
              sum += pixels.at(u, v, channel);
              count++;
            }
          return sum / count;
        });
  }
}
