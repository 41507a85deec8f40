package sc.fiji.cavga.method.local.gaussian;

import sc.fiji.cavga.plane.MaskedGaussian;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * What each place of a picture looks like: differences of Gaussians at several scales, per channel,
 * and how steep the finer scales are there, which tells edges from patches. The square root of the
 * intensities makes noise and contrast alike in bright and dark eyes; leaving the coarsest level
 * out makes a picture's own exposure and tint count for nothing.
 */
public final class DogFeatures {

  /** Standard deviations in pixels at 128 pixels: from a microaneurysm's to an optic cup's size. */
  static final double[] SCALES = {1.5, 3, 6, 12};

  /** The steepness is taken at so many of the finest scales. */
  static final int STEEPNESSES = 2;

  private final float[][] planes;

  private DogFeatures(float[][] planes) {
    this.planes = planes;
  }

  /** The number of features of a picture with so many channels. */
  static int count(int channels) {
    return channels * SCALES.length + STEEPNESSES;
  }

  public static DogFeatures of(PreparedPicture picture) {
    return of(picture.values(), picture.channels(), picture.fieldOfView(), picture.size());
  }

  /**
   * @param values [C,H,W], in 0 to 1
   * @param fieldOfView [H,W]
   */
  static DogFeatures of(float[] values, int channels, float[] fieldOfView, int size) {
    int plane = size * size;
    float[][] roots = new float[channels][plane];
    for (int c = 0; c < channels; c++)
      for (int i = 0; i < plane; i++)
        roots[c][i] = (float) Math.sqrt(Math.max(0, values[c * plane + i]));
    float[][] planes = new float[count(channels)][];
    float[][] finer = roots.clone();
    for (int s = 0; s < SCALES.length; s++) {
      MaskedGaussian gaussian =
          new MaskedGaussian(fieldOfView, size, MaskedGaussian.scaled(SCALES[s], size));
      for (int c = 0; c < channels; c++) {
        float[] coarser = gaussian.blur(roots[c]);
        planes[c * SCALES.length + s] = difference(finer[c], coarser);
        finer[c] = coarser;
      }
      if (s < STEEPNESSES) planes[channels * SCALES.length + s] = steepness(finer, fieldOfView);
    }
    return new DogFeatures(planes);
  }

  private static float[] difference(float[] finer, float[] coarser) {
    float[] difference = new float[finer.length];
    for (int i = 0; i < finer.length; i++) difference[i] = finer[i] - coarser[i];
    return difference;
  }

  /** The gradient's length of the channels' mean; zero where a neighbour is not seen. */
  private static float[] steepness(float[][] channels, float[] fieldOfView) {
    int size = (int) Math.round(Math.sqrt(fieldOfView.length));
    float[] mean = new float[fieldOfView.length];
    for (float[] channel : channels)
      for (int i = 0; i < mean.length; i++) mean[i] += channel[i] / channels.length;
    float[] steepness = new float[fieldOfView.length];
    for (int y = 1; y < size - 1; y++)
      for (int x = 1; x < size - 1; x++) {
        int i = y * size + x;
        float seen =
            fieldOfView[i - 1] * fieldOfView[i + 1] * fieldOfView[i - size] * fieldOfView[i + size];
        if (!(fieldOfView[i] * seen > 0)) continue;
        float across = (mean[i + 1] - mean[i - 1]) / 2;
        float down = (mean[i + size] - mean[i - size]) / 2;
        steepness[i] = (float) Math.sqrt(across * across + down * down);
      }
    return steepness;
  }

  /** Copies the features at a pixel of [H,W] into a vector. */
  public void read(int pixel, float[] vector) {
    for (int d = 0; d < planes.length; d++) vector[d] = planes[d][pixel];
  }

  /** One feature at all pixels, [H,W]; the array itself. */
  float[] feature(int number) {
    return planes[number];
  }
}
