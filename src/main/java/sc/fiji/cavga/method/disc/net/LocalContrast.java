package sc.fiji.cavga.method.disc.net;

import sc.fiji.cavga.plane.MaskedGaussian;

/**
 * How much brighter than its surroundings a place is, in standard deviations of the surroundings:
 * where shadow or haze lies over a part of the retina, a disc is as plain as elsewhere.
 */
final class LocalContrast {

  /** Of the Gaussian that weighs the surroundings, in widths of the square. */
  static final double SURROUNDINGS = 0.125;

  /** Of the picture's mean deviation: flatter surroundings hold noise alone. */
  static final double LEAST_DEVIATION = 0.3;

  static final double DARKEST = 1e-4;
  static final double MOST = 5;

  private LocalContrast() {}

  /**
   * @param values [H,W], one channel
   * @param fieldOfView [H,W], 1 inside the field of view and 0 outside
   * @return [H,W], a new array, 0 outside the field of view
   */
  static float[] of(float[] values, float[] fieldOfView) {
    int width = (int) Math.round(Math.sqrt(values.length));
    MaskedGaussian gaussian = new MaskedGaussian(fieldOfView, width, SURROUNDINGS * width);
    float[] mean = gaussian.blur(values);
    float[] squares = new float[values.length];
    for (int i = 0; i < values.length; i++)
      squares[i] = (values[i] - mean[i]) * (values[i] - mean[i]);
    float[] variance = gaussian.blur(squares);
    double sum = 0;
    int count = 0;
    for (int i = 0; i < values.length; i++)
      if (fieldOfView[i] > 0) {
        sum += Math.sqrt(Math.max(0, variance[i]));
        count++;
      }
    double least = Math.max(DARKEST, LEAST_DEVIATION * sum / Math.max(1, count));
    float[] contrast = new float[values.length];
    for (int i = 0; i < values.length; i++)
      if (fieldOfView[i] > 0) {
        double deviation = Math.max(least, Math.sqrt(Math.max(0, variance[i])));
        contrast[i] = (float) Math.max(-MOST, Math.min(MOST, (values[i] - mean[i]) / deviation));
      }
    return contrast;
  }
}
