package sc.fiji.cavga.preprocess;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import sc.fiji.cavga.picture.InterleavedBytes;
import sc.fiji.cavga.picture.PixelView;

/**
 * The mean over the picture pixels that each network pixel covers, as far as they belong to the
 * field of view and are finite. It runs over the picture once, row by row, and holds no copy of it.
 */
final class AreaAverage {

  private final Placement placement;
  private final int size;
  private final int channels;

  /** [C,H,W], 0 where nothing of the field of view is covered; the array itself, not a copy. */
  final float[] values;

  /** [H,W], how much of each network pixel is covered by usable pixels of the field of view. */
  final float[] weight;

  /** Pixels in the field of view, and those of them that are no numbers; where there may be any. */
  private long inside;

  private long unusable;

  private AreaAverage(Placement placement, int size, int channels) {
    this.placement = placement;
    this.size = size;
    this.channels = channels;
    this.values = new float[channels * size * size];
    this.weight = new float[size * size];
  }

  /**
   * @param pixels of the placement's picture
   * @param size the network's width and height
   */
  static AreaAverage of(PixelView.Source pixels, int channels, Placement placement, int size) {
    AreaAverage average = new AreaAverage(placement, size, channels);
    average.add(pixels);
    average.divide();
    return average;
  }

  private void add(PixelView.Source pixels) {
    Overlaps rows =
        new Overlaps(placement.top(), placement.side(), size, placement.pictureHeight());
    Rows one = new Rows(pixels);
    for (int i = 0; i < rows.count(); i++) {
      one.sum(rows.from() + i);
      for (int k = 0; k < rows.targets(i); k++)
        addToTarget(rows.first(i) + k, rows.share(i, k), one.values, one.weight);
    }
  }

  /** The picture's rows, summed into network pixels one at a time. */
  private final class Rows {

    private final PixelView.Source pixels;
    private final Overlaps columns =
        new Overlaps(placement.left(), placement.side(), size, placement.pictureWidth());
    private final boolean[] usable = new boolean[columns.count()];
    private final boolean areBytes;
    private final float[][] samples;

    /** [C,W], the sums of the last row, and [W], those of the shares. */
    private final float[] values = new float[channels * size];

    private final float[] weight = new float[size];

    Rows(PixelView.Source pixels) {
      this.pixels = pixels;
      this.areBytes = pixels instanceof InterleavedBytes && channels == 3;
      this.samples = new float[channels][areBytes ? 0 : columns.count()];
    }

    void sum(int y) {
      placement.fieldOfView().row(columns.from(), y, usable, columns.count());
      if (areBytes) {
        columns.sum(usable, (InterleavedBytes) pixels, y, values, weight);
        return;
      }
      for (int channel = 0; channel < channels; channel++)
        pixels.row(columns.from(), y, channel, samples[channel], columns.count());
      if (!pixels.isLimited()) leaveOut(usable, samples);
      columns.sum(usable, samples, values, weight);
    }
  }

  /** What is not finite in a channel counts in none; the rest is brought to 0 to 1. */
  private void leaveOut(boolean[] usable, float[]... samples) {
    for (int i = 0; i < usable.length; i++) {
      if (!usable[i]) continue;
      inside++;
      for (float[] channel : samples) {
        usable[i] &= Math.abs(channel[i]) <= Float.MAX_VALUE;
        channel[i] = Math.min(1, Math.max(0, channel[i]));
      }
      if (!usable[i]) unusable++;
    }
  }

  private void addToTarget(int row, float share, float[] rowValues, float[] rowWeight) {
    for (int column = 0; column < size; column++) {
      weight[row * size + column] += share * rowWeight[column];
      for (int channel = 0; channel < channels; channel++)
        values[(channel * size + row) * size + column] +=
            share * rowValues[channel * size + column];
    }
  }

  private void divide() {
    for (int i = 0; i < weight.length; i++)
      for (int channel = 0; channel < channels; channel++)
        if (weight[i] > 0) values[channel * weight.length + i] /= weight[i];
  }

  /** Whether more than half of the picture pixels in the field of view are NaN or infinite. */
  boolean isMostlyUnusable() {
    return 2 * unusable > inside;
  }

  /** The mean of a single plane, axes (X,Y). */
  static AreaAverage ofPlane(
      RandomAccessibleInterval<? extends RealType<?>> plane, Placement placement, int size) {
    RandomAccess<? extends RealType<?>> one = plane.randomAccess();
    return of((x, y, channel) -> one.setPositionAndGet(x, y).getRealFloat(), 1, placement, size);
  }
}
