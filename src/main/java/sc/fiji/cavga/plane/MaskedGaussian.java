package sc.fiji.cavga.plane;

import java.util.Arrays;

/**
 * A Gaussian blur that only knows the pixels inside the field of view: outside counts for nothing,
 * so that the black border neither darkens nor brightens the retina's edge. One serves several
 * planes of a picture.
 */
public final class MaskedGaussian {

  /** In pixels; wider ones are made of boxes, whose cost does not grow with them. */
  private static final double WIDEST_KERNEL = 12;

  /** Sums that stay in the processor's first cache while the kernel passes over them. */
  private static final int STRIP = 1024;

  private static final int AT_ONCE = 8;

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

  /**
   * The sums along one axis as a product with a matrix, for engines that know nothing else; they
   * are divided by those of the field of view.
   *
   * @param size of the axis in pixels
   * @param sigma in pixels, positive
   * @return [size,size]: in row i what each pixel counts in the sum at pixel i
   */
  public static float[] matrix(int size, double sigma) {
    float[] matrix = new float[size * size];
    if (sigma > WIDEST_KERNEL) {
      for (int i = 0; i < size; i++) matrix[i * size + i] = 1;
      return BoxBlur.columns(matrix, size, BoxBlur.radii(sigma));
    }
    float[] kernel = kernel(sigma);
    int radius = kernel.length / 2;
    for (int i = 0; i < size; i++)
      for (int j = Math.max(0, i - radius); j <= Math.min(size - 1, i + radius); j++)
        matrix[i * size + j] = kernel[j - i + radius];
    return matrix;
  }

  private static float[] kernel(double sigma) {
    int radius = (int) Math.ceil(3 * sigma);
    float[] kernel = new float[2 * radius + 1];
    for (int i = -radius; i <= radius; i++)
      kernel[i + radius] = (float) Math.exp(-i * i / (2 * sigma * sigma));
    return kernel;
  }

  private float[] blurred(float[] values) {
    int height = values.length / width;
    if (kernel != null) return byKernel(values, height);
    // Boxes run down whole rows at a time, which computes fastest.
    float[] turned = BoxBlur.columns(transposed(values, width), height, boxes);
    return BoxBlur.columns(transposed(turned, height), width, boxes);
  }

  private static float[] transposed(float[] values, int width) {
    int height = values.length / width;
    float[] result = new float[values.length];
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++) result[x * height + y] = values[y * width + x];
    return result;
  }

  /**
   * Along the rows, then along the columns, among as many zeros as the kernel reaches beyond the
   * border: the sums are then the same everywhere, and long loops compute them.
   */
  private float[] byKernel(float[] values, int height) {
    int radius = kernel.length / 2;
    // A row's zeros on its right are the next one's on its left.
    int line = width + radius;
    float[] across = new float[height * line + 2 * radius];
    for (int y = 0; y < height; y++)
      System.arraycopy(values, y * width, across, radius + y * line, width);
    float[] lines = new float[height * line];
    addShifted(across, 1, lines);
    float[] down = new float[(height + 2 * radius) * width];
    for (int y = 0; y < height; y++)
      System.arraycopy(lines, y * line, down, (radius + y) * width, width);
    float[] result = new float[values.length];
    addShifted(down, width, result);
    return result;
  }

  /**
   * Adds the values times the kernel's first weight, those a step further times its next, and so
   * on. Values are first copied to where the sums have their index: Java's compiler has vector
   * instructions for such loops alone.
   */
  private void addShifted(float[] values, int step, float[] result) {
    float[] sums = new float[STRIP];
    float[][] shifted = new float[AT_ONCE][STRIP];
    for (int at = 0; at < result.length; at += STRIP) {
      int count = Math.min(STRIP, result.length - at);
      Arrays.fill(sums, 0);
      for (int k = 0; k < kernel.length; k += AT_ONCE) {
        int weights = Math.min(AT_ONCE, kernel.length - k);
        for (int i = 0; i < weights; i++)
          System.arraycopy(values, at + (k + i) * step, shifted[i], 0, count);
        if (weights == AT_ONCE) addEight(k, shifted, sums);
        else for (int i = 0; i < weights; i++) addScaled(kernel[k + i], shifted[i], sums);
      }
      System.arraycopy(sums, 0, result, at, count);
    }
  }

  /** In their order, so that the sums are read and written an eighth as often. */
  private void addEight(int first, float[][] values, float[] sums) {
    float s0 = kernel[first];
    float s1 = kernel[first + 1];
    float s2 = kernel[first + 2];
    float s3 = kernel[first + 3];
    float s4 = kernel[first + 4];
    float s5 = kernel[first + 5];
    float s6 = kernel[first + 6];
    float s7 = kernel[first + 7];
    float[] v0 = values[0];
    float[] v1 = values[1];
    float[] v2 = values[2];
    float[] v3 = values[3];
    float[] v4 = values[4];
    float[] v5 = values[5];
    float[] v6 = values[6];
    float[] v7 = values[7];
    for (int i = 0; i < STRIP; i++) {
      float sum = sums[i] + s0 * v0[i] + s1 * v1[i] + s2 * v2[i] + s3 * v3[i];
      sums[i] = sum + s4 * v4[i] + s5 * v5[i] + s6 * v6[i] + s7 * v7[i];
    }
  }

  private static void addScaled(float scale, float[] values, float[] sums) {
    for (int i = 0; i < STRIP; i++) sums[i] += scale * values[i];
  }
}
