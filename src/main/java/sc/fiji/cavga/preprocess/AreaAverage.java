package sc.fiji.cavga.preprocess;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;
import sc.fiji.cavga.retina.FieldOfView;

/**
 * The mean over the picture pixels that each network pixel covers, as far as they belong to the
 * field of view and are finite. It runs over the picture once, row by row, and holds no copy of it.
 */
final class AreaAverage {

  private final Placement placement;
  private final int size;
  private final int channels;
  private final float[] values;
  private final float[] weight;
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
   * @param pixels axes (X,Y,C) of the placement's picture, zero minimum
   * @param size the network's width and height
   */
  static AreaAverage of(
      RandomAccessibleInterval<? extends RealType<?>> pixels, Placement placement, int size) {
    int channels = (int) pixels.dimension(2);
    AreaAverage average = new AreaAverage(placement, size, channels);
    average.add(pixels);
    average.divide();
    return average;
  }

  private void add(RandomAccessibleInterval<? extends RealType<?>> pixels) {
    Overlaps columns =
        new Overlaps(placement.left(), placement.side(), size, placement.pictureWidth());
    Overlaps rows =
        new Overlaps(placement.top(), placement.side(), size, placement.pictureHeight());
    float[] rowValues = new float[channels * size];
    float[] rowWeight = new float[size];
    for (int i = 0; i < rows.count(); i++) {
      int y = rows.from() + i;
      java.util.Arrays.fill(rowValues, 0);
      java.util.Arrays.fill(rowWeight, 0);
      addRow(pixels, y, columns, rowValues, rowWeight);
      for (int k = 0; k < rows.targets(i); k++)
        addToTarget(rows.first(i) + k, rows.share(i, k), rowValues, rowWeight);
    }
  }

  private void addRow(
      RandomAccessibleInterval<? extends RealType<?>> pixels,
      int y,
      Overlaps columns,
      float[] rowValues,
      float[] rowWeight) {
    FieldOfView fieldOfView = placement.fieldOfView();
    float[] sample = new float[channels];
    RandomAccess<? extends RealType<?>> access = pixels.randomAccess();
    access.setPosition(y, 1);
    for (int i = 0; i < columns.count(); i++) {
      int x = columns.from() + i;
      if (!fieldOfView.contains(x, y)) continue;
      inside++;
      access.setPosition(x, 0);
      boolean finite = true;
      for (int channel = 0; channel < channels; channel++) {
        access.setPosition(channel, 2);
        sample[channel] = access.get().getRealFloat();
        finite &= Math.abs(sample[channel]) <= Float.MAX_VALUE;
      }
      if (!finite) {
        unusable++;
        continue;
      }
      for (int k = 0; k < columns.targets(i); k++) {
        int target = columns.first(i) + k;
        float share = columns.share(i, k);
        rowWeight[target] += share;
        for (int channel = 0; channel < channels; channel++)
          rowValues[channel * size + target] += share * Math.min(1, Math.max(0, sample[channel]));
      }
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

  /** [C,H,W], 0 where nothing of the field of view is covered; the array itself, not a copy. */
  float[] values() {
    return values;
  }

  /** [H,W], how much of each network pixel is covered by usable pixels of the field of view. */
  float[] weight() {
    return weight;
  }

  /** The picture pixels in the field of view. */
  long inside() {
    return inside;
  }

  /** Those of them that are NaN or infinite. */
  long unusable() {
    return unusable;
  }

  /** The mean of a single plane, axes (X,Y). */
  static AreaAverage ofPlane(
      RandomAccessibleInterval<? extends RealType<?>> plane, Placement placement, int size) {
    return of(Views.addDimension(plane, 0, 0), placement, size);
  }
}
