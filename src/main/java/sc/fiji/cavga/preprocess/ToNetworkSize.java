package sc.fiji.cavga.preprocess;

import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelView;
import sc.fiji.cavga.picture.UnusablePictureException;
import sc.fiji.cavga.retina.FieldOfView;

/** A picture sampled at the network's pixels, with the pictures' own channels. */
final class ToNetworkSize {

  /** The share of a network pixel from which on it belongs to the field of view. */
  static final float LEAST_SEEN = 0.5f;

  /** [C,H,W], in 0 to 1. */
  final float[] values;

  /** [H,W], 1 where at least half of a network pixel is usable retina, else 0. */
  final float[] fieldOfView;

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
    AreaAverage average =
        AreaAverage.of(PixelView.source(picture.pixels()), picture.channels(), placement, size);
    if (average.isMostlyUnusable())
      throw new UnusablePictureException(
          "More than half of the retina's pixels are not finite numbers (NaN or infinite); check "
              + "how the picture was made or exported.");
    float[] fieldOfView = new float[size * size];
    int inside = 0;
    for (int i = 0; i < fieldOfView.length; i++)
      if (average.weight[i] >= LEAST_SEEN) {
        fieldOfView[i] = 1;
        inside++;
      }
    if (inside == 0)
      throw new UnusablePictureException(
          "What looks most like a retina in this picture is only a thin strip: if there is a"
              + " retina, crop the picture to it; if there is none, leave the picture out.");
    float[] values =
        placement.side() < size
            ? interpolate(picture, placement, size, fieldOfView)
            : average.values;
    return new ToNetworkSize(values, fieldOfView);
  }

  private static float[] interpolate(
      Picture picture, Placement placement, int size, float[] fieldOfView) {
    float[] values = new float[picture.channels() * size * size];
    double scale = placement.side() / size;
    PixelView.Source pixels = PixelView.source(picture.pixels());
    for (int i = 0; i < fieldOfView.length; i++) {
      if (fieldOfView[i] == 0) continue;
      double x = placement.left() + (i % size + 0.5) * scale - 0.5;
      double y = placement.top() + (i / size + 0.5) * scale - 0.5;
      for (int channel = 0; channel < picture.channels(); channel++)
        values[channel * fieldOfView.length + i] =
            at(pixels, channel, x, y, placement.fieldOfView());
    }
    return values;
  }

  /** Between the four pixels around, as far as they are in the field of view and finite. */
  private static float at(
      PixelView.Source pixels, int channel, double x, double y, FieldOfView fieldOfView) {
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    double sum = 0;
    double weights = 0;
    for (int corner = 0; corner < 4; corner++) {
      int cornerX = column + corner % 2;
      int cornerY = row + corner / 2;
      if (!fieldOfView.contains(cornerX, cornerY)) continue;
      float value = pixels.at(cornerX, cornerY, channel);
      double weight = (1 - Math.abs(x - cornerX)) * (1 - Math.abs(y - cornerY));
      if (!(Math.abs(value) <= Float.MAX_VALUE)) continue;
      sum += weight * Math.min(1, Math.max(0, value));
      weights += weight;
    }
    return weights > 0 ? (float) (sum / weights) : 0;
  }
}
