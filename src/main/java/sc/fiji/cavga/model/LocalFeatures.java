package sc.fiji.cavga.model;

import sc.fiji.cavga.image.PreparedPicture;

/**
 * What each place of a picture looks like: differences of Gaussians at several scales, per channel.
 * The square root of the intensities makes noise and contrast alike in bright and dark eyes;
 * leaving the coarsest level out makes a picture's own exposure and tint count for nothing.
 */
final class LocalFeatures {

  /** Standard deviations in pixels at 128 pixels: from a microaneurysm's to an optic cup's size. */
  private static final double[] SCALES = {1.5, 3, 6, 12};

  private final float[][] planes;

  private LocalFeatures(float[][] planes) {
    this.planes = planes;
  }

  /** The number of features of a picture with so many channels. */
  static int count(int channels) {
    return channels * SCALES.length;
  }

  static LocalFeatures of(PreparedPicture picture) {
    int plane = picture.size() * picture.size();
    float[][] planes = new float[count(picture.channels())][];
    for (int c = 0, at = 0; c < picture.channels(); c++) {
      float[] finer = new float[plane];
      for (int i = 0; i < plane; i++)
        finer[i] = (float) Math.sqrt(Math.max(0, picture.values()[c * plane + i]));
      float[] root = finer;
      for (double scale : SCALES) {
        float[] coarser =
            MaskedGaussian.blur(
                root,
                picture.fieldOfView(),
                picture.size(),
                AnomalyMap.blur(scale, picture.size()));
        planes[at++] = difference(finer, coarser);
        finer = coarser;
      }
    }
    return new LocalFeatures(planes);
  }

  private static float[] difference(float[] finer, float[] coarser) {
    float[] difference = new float[finer.length];
    for (int i = 0; i < finer.length; i++) difference[i] = finer[i] - coarser[i];
    return difference;
  }

  /** Copies the features at a pixel of [H,W] into a vector. */
  void read(int pixel, double[] vector) {
    for (int d = 0; d < planes.length; d++) vector[d] = planes[d][pixel];
  }
}
