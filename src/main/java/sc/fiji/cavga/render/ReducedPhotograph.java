package sc.fiji.cavga.render;

import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.util.Arrays;
import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.real.FloatType;
import sc.fiji.cavga.picture.Picture;

/**
 * A picture in ImageJ's 24-bit colours at the size to look at. A large one is averaged down row by
 * row, so that no copy of it at its full size is made.
 */
public final class ReducedPhotograph {

  private static final int CHANNELS = 3;

  private static final int SMALLEST = 720;
  private static final int LARGEST = 2048;

  private final Picture picture;
  private final int width;
  private final int height;

  private ReducedPhotograph(Picture picture, int width, int height) {
    this.picture = picture;
    this.width = width;
    this.height = height;
  }

  /** Its longer side has between {@value #SMALLEST} and {@value #LARGEST} pixels. */
  public static ImageProcessor toLookAt(Picture picture) {
    int longer = Math.max(picture.width(), picture.height());
    double wanted = Math.max(Math.min(1, LARGEST / (double) longer), SMALLEST / (double) longer);
    int width = (int) Math.max(1, Math.round(wanted * picture.width()));
    int height = (int) Math.max(1, Math.round(wanted * picture.height()));
    return of(picture, width, height);
  }

  /** At its own size. */
  public static ColorProcessor of(Picture picture) {
    return new ReducedPhotograph(picture, picture.width(), picture.height()).averaged();
  }

  /** At a size to look at; a smaller picture is enlarged bilinearly. */
  public static ImageProcessor of(Picture picture, int width, int height) {
    if (width <= picture.width() && height <= picture.height())
      return new ReducedPhotograph(picture, width, height).averaged();
    ColorProcessor own = of(picture);
    own.setInterpolationMethod(ImageProcessor.BILINEAR);
    return own.resize(width, height);
  }

  /** Each pixel is the mean of the picture pixels whose centres lie in it. */
  private ColorProcessor averaged() {
    ColorProcessor result = new ColorProcessor(width, height);
    int[] pixels = (int[]) result.getPixels();
    int[] columns = new int[picture.width()];
    int[] counts = new int[width];
    for (int x = 0; x < columns.length; x++) {
      columns[x] = target(x, picture.width(), width);
      counts[columns[x]]++;
    }
    float[] sums = new float[CHANNELS * width];
    int rows = 0;
    for (int y = 0; y < picture.height(); y++) {
      addRow(y, columns, sums);
      rows++;
      int row = target(y, picture.height(), height);
      if (y + 1 < picture.height() && target(y + 1, picture.height(), height) == row) continue;
      for (int x = 0; x < width; x++)
        pixels[row * width + x] = colour(sums, x, (float) rows * counts[x]);
      Arrays.fill(sums, 0);
      rows = 0;
    }
    return result;
  }

  private static int target(int position, int from, int to) {
    return (int) ((position + 0.5) * to / from);
  }

  private void addRow(int y, int[] columns, float[] sums) {
    RandomAccess<FloatType> access = picture.pixels().randomAccess();
    access.setPosition(y, 1);
    for (int channel = 0; channel < CHANNELS; channel++) {
      access.setPosition(Math.min(channel, picture.channels() - 1), 2);
      for (int x = 0; x < columns.length; x++) {
        access.setPosition(x, 0);
        float value = access.get().get();
        // What is no number is black, as is everything below 0.
        if (value > 0) sums[channel * width + columns[x]] += Math.min(1, value);
      }
    }
  }

  private int colour(float[] sums, int x, float count) {
    int argb = 0xff;
    for (int channel = 0; channel < CHANNELS; channel++)
      argb = argb << 8 | Math.round(255 * sums[channel * width + x] / count);
    return argb;
  }
}
