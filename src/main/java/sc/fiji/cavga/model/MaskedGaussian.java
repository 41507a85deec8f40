package sc.fiji.cavga.model;

/**
 * A Gaussian blur that only knows the pixels inside the field of view: outside counts for nothing,
 * so that the black border neither darkens nor brightens the retina's edge.
 */
public final class MaskedGaussian {

  private MaskedGaussian() {}

  /**
   * @param values [H,W], read inside the field of view alone
   * @param fieldOfView [H,W], weights: 1 inside and 0 outside
   * @param width of the arrays
   * @param sigma in pixels, positive
   * @return [H,W], the weighted mean of the neighbours; zero outside the field of view
   */
  public static float[] blur(float[] values, float[] fieldOfView, int width, double sigma) {
    float[] weighted = new float[values.length];
    for (int i = 0; i < values.length; i++)
      if (fieldOfView[i] > 0) weighted[i] = values[i] * fieldOfView[i];
    float[] kernel = kernel(sigma);
    float[] sums = blurColumns(blurRows(weighted, width, kernel), width, kernel);
    float[] weights = blurColumns(blurRows(fieldOfView, width, kernel), width, kernel);
    for (int i = 0; i < sums.length; i++) sums[i] = fieldOfView[i] > 0 ? sums[i] / weights[i] : 0;
    return sums;
  }

  private static float[] kernel(double sigma) {
    int radius = (int) Math.ceil(3 * sigma);
    float[] kernel = new float[2 * radius + 1];
    for (int i = -radius; i <= radius; i++)
      kernel[i + radius] = (float) Math.exp(-i * i / (2 * sigma * sigma));
    return kernel;
  }

  private static float[] blurRows(float[] values, int width, float[] kernel) {
    int radius = kernel.length / 2;
    float[] result = new float[values.length];
    for (int row = 0; row < values.length; row += width)
      for (int x = 0; x < width; x++) {
        int last = Math.min(radius, width - 1 - x);
        float sum = 0;
        for (int d = Math.max(-radius, -x); d <= last; d++)
          sum += kernel[d + radius] * values[row + x + d];
        result[row + x] = sum;
      }
    return result;
  }

  private static float[] blurColumns(float[] values, int width, float[] kernel) {
    int radius = kernel.length / 2;
    int height = values.length / width;
    float[] result = new float[values.length];
    for (int y = 0; y < height; y++)
      for (int d = Math.max(-radius, -y); d <= Math.min(radius, height - 1 - y); d++) {
        float weight = kernel[d + radius];
        int from = (y + d) * width;
        int to = y * width;
        for (int x = 0; x < width; x++) result[to + x] += weight * values[from + x];
      }
    return result;
  }
}
