package sc.fiji.cavga.feed.augment;

import sc.fiji.cavga.preprocess.PreparedPicture;

/** Changes contrast, brightness and tint inside the field of view; values stay in 0 to 1. */
final class ColourChange {

  private final double contrast;
  private final double[] gains;

  /**
   * @param contrast factor of the distance from the mean over channels and field of view
   * @param gains one factor per channel, applied after the contrast
   */
  ColourChange(double contrast, double[] gains) {
    this.contrast = contrast;
    this.gains = gains.clone();
  }

  private boolean isIdentity() {
    if (contrast != 1) return false;
    for (double gain : gains) if (gain != 1) return false;
    return true;
  }

  /** The picture itself where nothing is to be done, else a new one. */
  PreparedPicture apply(PreparedPicture picture) {
    if (isIdentity()) return picture;
    float[] inside = picture.fieldOfView();
    float[] before = picture.values();
    float[] after = new float[before.length];
    int plane = inside.length;
    double mean = mean(before, inside);
    for (int i = 0; i < before.length; i++) {
      if (inside[i % plane] == 0) continue;
      double value = ((before[i] - mean) * contrast + mean) * gains[i / plane];
      after[i] = (float) Math.min(1, Math.max(0, value));
    }
    return new PreparedPicture(
        picture.size(), picture.channels(), after, inside, picture.placement());
  }

  private static double mean(float[] values, float[] inside) {
    double sum = 0;
    long count = 0;
    for (int i = 0; i < values.length; i++)
      if (inside[i % inside.length] != 0) {
        sum += values[i];
        count++;
      }
    return count == 0 ? 0 : sum / count;
  }
}
