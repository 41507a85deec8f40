package sc.fiji.cavga.preprocess;

/** Evens out light: divides each channel by its own wide mean within the field of view. */
final class Flattening {

  /** Standard deviation of the wide mean, as a share of the network's size. */
  static final double WIDTH = 0.125;

  /** A mean below this is too dark to divide by. */
  static final float DARKEST = 0.02f;

  private Flattening() {}

  /**
   * Changes the values in place, to 0 to 1, with 0.5 as bright as around.
   *
   * @param values [C,H,W], in 0 to 1
   * @param fieldOfView [H,W], 1 inside and 0 outside
   */
  static void apply(float[] values, float[] fieldOfView, int size) {
    float[] share = wideMean(fieldOfView, size);
    int plane = size * size;
    for (int channel = 0; channel < values.length / plane; channel++) {
      float[] masked = new float[plane];
      for (int i = 0; i < plane; i++) masked[i] = values[channel * plane + i] * fieldOfView[i];
      float[] wide = wideMean(masked, size);
      for (int i = 0; i < plane; i++) {
        float mean = Math.max(DARKEST, wide[i] / Math.max(share[i], 1e-6f));
        values[channel * plane + i] = Math.min(1, 0.5f * values[channel * plane + i] / mean);
      }
    }
  }

  /**
   * Three running means in each direction, nearly a Gaussian; beyond the square there is nothing.
   */
  private static float[] wideMean(float[] plane, int size) {
    int radius = Math.max(1, (int) Math.round(WIDTH * size));
    float[] mean = plane;
    for (int pass = 0; pass < 6; pass++) mean = runningMeanTransposed(mean, size, radius);
    return mean;
  }

  /** Along rows, into columns, so that every other pass goes the other way. */
  private static float[] runningMeanTransposed(float[] plane, int size, int radius) {
    float[] mean = new float[plane.length];
    for (int row = 0; row < size; row++) {
      double sum = 0;
      for (int column = 0; column < Math.min(radius, size); column++)
        sum += plane[row * size + column];
      for (int column = 0; column < size; column++) {
        if (column + radius < size) sum += plane[row * size + column + radius];
        if (column - radius - 1 >= 0) sum -= plane[row * size + column - radius - 1];
        mean[column * size + row] = (float) (sum / (2 * radius + 1));
      }
    }
    return mean;
  }
}
