package sc.fiji.cavga.render;

import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.util.Arrays;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelView;
import sc.fiji.cavga.plane.Bilinear;

/**
 * A picture in ImageJ's 24-bit colours at the size to look at. A large one is averaged down row by
 * row, so that no copy of it at its full size is made.
 */
public final class ReducedPhotograph {

  private static final int CHANNELS = 3;

  private static final int SMALLEST = 512;
  private static final int LARGEST = 1280;

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
    ReducedPhotograph wanted = new ReducedPhotograph(picture, width, height);
    return width <= picture.width() && height <= picture.height()
        ? wanted.averaged()
        : wanted.enlarged();
  }

  private ColorProcessor enlarged() {
    int[] pixels = new int[width * height];
    int[] rows = new int[height];
    float[] below = new float[height];
    Bilinear.axis(picture.height(), height, rows, below);
    StretchedRows stretched = new StretchedRows(picture, width);
    float[] first = new float[width];
    float[] second = new float[width];
    for (int channel = 0; channel < CHANNELS; channel++) {
      int read = -1;
      for (int y = 0; y < height; y++) {
        if (rows[y] != read) {
          read = rows[y];
          stretched.read(read, channel, first);
          stretched.read(Math.min(read + 1, picture.height() - 1), channel, second);
        }
        for (int x = 0, at = y * width; x < width; x++, at++) {
          float value = first[x] + below[y] * (second[x] - first[x]);
          pixels[at] = pixels[at] << 8 | (int) (0.5f + value);
        }
      }
    }
    for (int i = 0; i < pixels.length; i++) pixels[i] |= 0xff000000;
    return new ColorProcessor(width, height, pixels);
  }

  /** A picture's rows at another width. */
  private static final class StretchedRows {

    private final PixelView.Source source;
    private final int channels;
    private final float[] values;
    private final int[] columns;
    private final float[] right;

    StretchedRows(Picture picture, int width) {
      source = PixelView.source(picture.pixels());
      channels = picture.channels();
      values = new float[picture.width()];
      columns = new int[width];
      right = new float[width];
      Bilinear.axis(picture.width(), width, columns, right);
    }

    /**
     * @param into gets values of 0 to 255
     */
    void read(int row, int channel, float[] into) {
      source.row(0, row, Math.min(channel, channels - 1), values, values.length);
      for (int x = 0; x < values.length; x++) values[x] = 255 * brightness(values[x]);
      int next = values.length > 1 ? 1 : 0;
      for (int x = 0; x < into.length; x++) {
        float left = values[columns[x]];
        into[x] = left + right[x] * (values[columns[x] + next] - left);
      }
    }
  }

  /** What is no number is black, as is everything below 0. */
  private static float brightness(float value) {
    return value > 0 ? Math.min(1, value) : 0;
  }

  /** Each pixel is the mean of the picture pixels whose centres lie in it. */
  private ColorProcessor averaged() {
    ColorProcessor result = new ColorProcessor(width, height);
    int[] pixels = (int[]) result.getPixels();
    PixelView.Source source = PixelView.source(picture.pixels());
    int[] starts = starts(picture.width(), width);
    float[] values = new float[picture.width()];
    float[] sums = new float[CHANNELS * width];
    int rows = 0;
    for (int y = 0; y < picture.height(); y++) {
      for (int channel = 0; channel < CHANNELS; channel++) {
        source.row(0, y, Math.min(channel, picture.channels() - 1), values, values.length);
        add(values, starts, sums, channel * width);
      }
      rows++;
      int row = target(y, picture.height(), height);
      if (y + 1 < picture.height() && target(y + 1, picture.height(), height) == row) continue;
      for (int x = 0; x < width; x++)
        pixels[row * width + x] = colour(sums, x, (float) rows * (starts[x + 1] - starts[x]));
      Arrays.fill(sums, 0);
      rows = 0;
    }
    return result;
  }

  private static int target(int position, int from, int to) {
    return (int) ((position + 0.5) * to / from);
  }

  /** Where each pixel's first picture pixel is, and the end. */
  private static int[] starts(int from, int to) {
    int[] starts = new int[to + 1];
    for (int x = from - 1; x >= 0; x--) starts[target(x, from, to)] = x;
    starts[to] = from;
    return starts;
  }

  private static void add(float[] values, int[] starts, float[] sums, int first) {
    for (int column = 0; column < starts.length - 1; column++) {
      float sum = sums[first + column];
      for (int x = starts[column]; x < starts[column + 1]; x++) {
        sum += brightness(values[x]);
      }
      sums[first + column] = sum;
    }
  }

  private int colour(float[] sums, int x, float count) {
    int argb = 0xff;
    for (int channel = 0; channel < CHANNELS; channel++)
      argb = argb << 8 | (int) (0.5 + 255 * sums[channel * width + x] / count);
    return argb;
  }
}
