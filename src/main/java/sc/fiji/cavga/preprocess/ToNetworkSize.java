package sc.fiji.cavga.preprocess;

import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.real.FloatType;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.UnusablePictureException;
import sc.fiji.cavga.retina.FieldOfView;

/** A picture sampled at the network's pixels, with the pictures' own channels. */
final class ToNetworkSize {

  private final float[] values;
  private final float[] fieldOfView;

  private ToNetworkSize(float[] values, float[] fieldOfView) {
    this.values = values;
    this.fieldOfView = fieldOfView;
  }

  /**
   * Means over areas when the picture shrinks, bilinear interpolation when it grows.
   *
   * @throws UnusablePictureException when more than half of the field of view is not finite
   */
  static ToNetworkSize of(Picture picture, Placement placement, int size) {
    AreaAverage average = AreaAverage.of(picture.pixels(), placement, size);
    if (2 * average.unusable() > average.inside())
      throw new UnusablePictureException(
          "More than half of the retina's pixels are not finite numbers (NaN or infinite); check "
              + "how the picture was made or exported.");
    float[] fieldOfView = new float[size * size];
    int inside = 0;
    for (int i = 0; i < fieldOfView.length; i++)
      if (average.weight()[i] >= 0.5f) {
        fieldOfView[i] = 1;
        inside++;
      }
    if (inside == 0)
      throw new UnusablePictureException(
          "What looks most like a retina in this picture is only a thin strip: if there is a retina,"
              + " crop the picture to it; if there is none, leave the picture out.");
    float[] values =
        placement.side() < size
            ? interpolate(picture, placement, size, fieldOfView)
            : average.values();
    return new ToNetworkSize(values, fieldOfView);
  }

  private static float[] interpolate(
      Picture picture, Placement placement, int size, float[] fieldOfView) {
    float[] values = new float[picture.channels() * size * size];
    double scale = placement.side() / size;
    RandomAccess<FloatType> access = picture.pixels().randomAccess();
    for (int i = 0; i < fieldOfView.length; i++) {
      if (fieldOfView[i] == 0) continue;
      double x = placement.left() + (i % size + 0.5) * scale - 0.5;
      double y = placement.top() + (i / size + 0.5) * scale - 0.5;
      for (int channel = 0; channel < picture.channels(); channel++) {
        access.setPosition(channel, 2);
        values[channel * fieldOfView.length + i] = at(access, x, y, placement.fieldOfView());
      }
    }
    return values;
  }

  /** Between the four pixels around, as far as they are in the field of view and finite. */
  private static float at(
      RandomAccess<FloatType> access, double x, double y, FieldOfView fieldOfView) {
    long column = (long) Math.floor(x);
    long row = (long) Math.floor(y);
    double sum = 0;
    double weights = 0;
    for (int corner = 0; corner < 4; corner++) {
      long cornerX = column + corner % 2;
      long cornerY = row + corner / 2;
      if (!fieldOfView.contains(cornerX, cornerY)) continue;
      access.setPosition(cornerX, 0);
      access.setPosition(cornerY, 1);
      float value = access.get().get();
      double weight = (1 - Math.abs(x - cornerX)) * (1 - Math.abs(y - cornerY));
      if (!(Math.abs(value) <= Float.MAX_VALUE)) continue;
      sum += weight * Math.min(1, Math.max(0, value));
      weights += weight;
    }
    return weights > 0 ? (float) (sum / weights) : 0;
  }

  /** [C,H,W], in 0 to 1. */
  float[] values() {
    return values;
  }

  /** [H,W], 1 where at least half of a network pixel is usable retina, else 0. */
  float[] fieldOfView() {
    return fieldOfView;
  }
}
