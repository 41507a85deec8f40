package sc.fiji.cavga.image;

/** Evens out light: divides each channel by its own wide mean within the field of view. */
final class Flattening {

  /** Standard deviation of the wide mean, as a share of the network's size. */
  private static final double WIDTH = 0.125;

  /** A mean below this is too dark to divide by. */
  private static final float DARKEST = 0.02f;

  private Flattening() {}

  /**
   * Changes the values in place, to 0 to 1, with 0.5 as bright as around.
   *
   * @param values [C,H,W], in 0 to 1
   * @param fieldOfView [H,W], 1 inside and 0 outside
   */
  static void apply(float[] values, float[] fieldOfView, int size) {
    float[] kernel = kernel(size);
    float[] share = blur(fieldOfView, kernel, size);
    int plane = size * size;
    for (int channel = 0; channel < values.length / plane; channel++) {
      float[] masked = new float[plane];
      for (int i = 0; i < plane; i++) masked[i] = values[channel * plane + i] * fieldOfView[i];
      float[] wide = blur(masked, kernel, size);
      for (int i = 0; i < plane; i++) {
        float mean = Math.max(DARKEST, wide[i] / Math.max(share[i], 1e-6f));
        values[channel * plane + i] = Math.min(1, 0.5f * values[channel * plane + i] / mean);
      }
    }
  }

  private static float[] kernel(int size) {
    double deviation = WIDTH * size;
    float[] kernel = new float[2 * (int) Math.ceil(3 * deviation) + 1];
    for (int i = 0; i < kernel.length; i++) {
      double from = (i - kernel.length / 2) / deviation;
      kernel[i] = (float) Math.exp(-from * from / 2);
    }
    return kernel;
  }

  /** Along rows into columns, twice; beyond the square there is nothing. */
  private static float[] blur(float[] plane, float[] kernel, int size) {
    return blurTransposed(blurTransposed(plane, kernel, size), kernel, size);
  }

  private static float[] blurTransposed(float[] plane, float[] kernel, int size) {
    float[] blurred = new float[plane.length];
    int half = kernel.length / 2;
    for (int row = 0; row < size; row++)
      for (int column = 0; column < size; column++) {
        float sum = 0;
        int from = Math.max(0, column - half);
        int to = Math.min(size - 1, column + half);
        for (int i = from; i <= to; i++) sum += plane[row * size + i] * kernel[i - column + half];
        blurred[column * size + row] = sum;
      }
    return blurred;
  }
}
