package sc.fiji.cavga.plane;

/**
 * A Gaussian blur that only knows the pixels inside the field of view: outside counts for nothing,
 * so that the black border neither darkens nor brightens the retina's edge. One serves several
 * planes of a picture.
 */
public final class MaskedGaussian {

  /** In pixels; wider ones are made of boxes, whose cost does not grow with them. */
  private static final double WIDEST_KERNEL = 12;

  private final float[] fieldOfView;
  private final int width;

  /** Null where there are boxes instead. */
  private final float[] kernel;

  private final int[] boxes;
  private final float[] weights;

  /**
   * @param fieldOfView [H,W], weights: 1 inside and 0 outside
   * @param width of the arrays
   * @param sigma in pixels, positive
   */
  public MaskedGaussian(float[] fieldOfView, int width, double sigma) {
    this.fieldOfView = fieldOfView;
    this.width = width;
    kernel = sigma > WIDEST_KERNEL ? null : kernel(sigma);
    boxes = sigma > WIDEST_KERNEL ? BoxBlur.radii(sigma) : null;
    weights = blurred(fieldOfView);
  }

  /**
   * @param values [H,W], read inside the field of view alone
   * @param fieldOfView [H,W], weights: 1 inside and 0 outside
   * @param width of the arrays
   * @param sigma in pixels, positive
   * @return [H,W], the weighted mean of the neighbours; zero outside the field of view
   */
  public static float[] blur(float[] values, float[] fieldOfView, int width, double sigma) {
    return new MaskedGaussian(fieldOfView, width, sigma).blur(values);
  }

  /** As the static method, for another plane of the same picture. */
  public float[] blur(float[] values) {
    float[] weighted = new float[values.length];
    for (int i = 0; i < values.length; i++)
      if (fieldOfView[i] > 0) weighted[i] = values[i] * fieldOfView[i];
    float[] sums = blurred(weighted);
    for (int i = 0; i < sums.length; i++) sums[i] = fieldOfView[i] > 0 ? sums[i] / weights[i] : 0;
    return sums;
  }

  /**
   * A blur that stays the same part of the picture at every size.
   *
   * @param at128 standard deviation in pixels of a picture whose side has 128 pixels
   * @param size side of the picture in pixels
   * @return standard deviation in that picture's pixels; never less than {@code at128}
   */
  public static double scaled(double at128, int size) {
    return at128 * Math.max(1, size / 128.0);
  }

  private static float[] kernel(double sigma) {
    int radius = (int) Math.ceil(3 * sigma);
    float[] kernel = new float[2 * radius + 1];
    for (int i = -radius; i <= radius; i++)
      kernel[i + radius] = (float) Math.exp(-i * i / (2 * sigma * sigma));
    return kernel;
  }

  /** Rows are blurred as columns of the transposed plane: whole rows at a time compute fastest. */
  private float[] blurred(float[] values) {
    int height = values.length / width;
    float[] turned = blurColumns(transposed(values, width), height);
    return blurColumns(transposed(turned, height), width);
  }

  private float[] blurColumns(float[] values, int width) {
    return boxes == null ? byKernel(values, width) : BoxBlur.columns(values, width, boxes);
  }

  private static float[] transposed(float[] values, int width) {
    int height = values.length / width;
    float[] result = new float[values.length];
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++) result[x * height + y] = values[y * width + x];
    return result;
  }

  private float[] byKernel(float[] values, int width) {
    int radius = kernel.length / 2;
    int height = values.length / width;
    float[] result = new float[values.length];
    for (int y = 0; y < height; y++) {
      int d = Math.max(-radius, -y);
      int last = Math.min(radius, height - 1 - y);
      for (; d + 3 <= last; d += 4)
        addFour(kernel, d + radius, values, (y + d) * width, result, y * width, width);
      for (; d <= last; d++)
        addScaled(kernel[d + radius], values, (y + d) * width, result, y * width, width);
    }
    return result;
  }

  /**
   * Four rows at once, in their order, so that the sums are read and written a quarter as often.
   */
  private static void addFour(
      float[] scales, int at, float[] values, int from, float[] result, int to, int count) {
    float a = scales[at];
    float b = scales[at + 1];
    float c = scales[at + 2];
    float d = scales[at + 3];
    int second = from + count;
    int third = second + count;
    int fourth = third + count;
    for (int x = 0; x < count; x++) {
      float sum = result[to + x] + a * values[from + x];
      sum += b * values[second + x];
      sum += c * values[third + x];
      result[to + x] = sum + d * values[fourth + x];
    }
  }

  private static void addScaled(
      float scale, float[] values, int from, float[] result, int to, int count) {
    for (int x = 0; x < count; x++) result[to + x] += scale * values[from + x];
  }
}
