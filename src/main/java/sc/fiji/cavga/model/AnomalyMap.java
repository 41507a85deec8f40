package sc.fiji.cavga.model;

import sc.fiji.cavga.network.NetworkOutput;
import sc.fiji.cavga.plane.Bilinear;
import sc.fiji.cavga.plane.MaskedGaussian;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * The raw anomaly map of a picture: what the network's output says before calibration. Raw maps are
 * never stretched per picture, so that a healthy eye is not painted red.
 */
public final class AnomalyMap {

  /** Standard deviation in pixels of the light blur of the reconstruction map, at 128 pixels. */
  private static final double LIGHT_BLUR = 0.75;

  private AnomalyMap() {}

  /**
   * The map of a network alone; {@link AnomalyMaps} makes those of a model with a density.
   *
   * @param picture what the network was given
   * @param output what it said about a batch
   * @param index of the picture in that batch
   * @return [H,W] at the network's size, larger where more anomalous, zero outside the field of
   *     view
   */
  public static float[] raw(
      MapKind kind, PreparedPicture picture, NetworkOutput output, int index) {
    switch (kind) {
      case ATTENTION:
        return inattention(picture, output, index);
      case RECONSTRUCTION:
        return MaskedGaussian.blur(
            difference(picture, output, index),
            picture.fieldOfView(),
            picture.size(),
            MaskedGaussian.scaled(LIGHT_BLUR, picture.size()));
      default:
        return DefaultMap.raw(picture, output, index);
    }
  }

  /** 1 − A, bilinearly enlarged, zero outside the field of view. */
  static float[] inattention(PreparedPicture picture, NetworkOutput output, int index) {
    int latent = output.latentSize();
    float[] attention =
        Bilinear.enlarge(output.attention(), index * latent * latent, latent, picture.size());
    for (int i = 0; i < attention.length; i++)
      attention[i] = picture.fieldOfView()[i] > 0 ? 1 - attention[i] : 0;
    return attention;
  }

  /** |x − x̂| averaged over the channels, zero outside the field of view. */
  static float[] difference(PreparedPicture picture, NetworkOutput output, int index) {
    int plane = picture.size() * picture.size();
    int volume = picture.channels() * plane;
    float[] difference = new float[plane];
    float[] values = picture.values();
    float[] reconstruction = output.reconstruction();
    for (int from = 0; from < volume; from += plane)
      for (int i = 0; i < plane; i++)
        difference[i] += Math.abs(values[from + i] - reconstruction[index * volume + from + i]);
    for (int i = 0; i < plane; i++)
      difference[i] = picture.fieldOfView()[i] > 0 ? difference[i] / picture.channels() : 0;
    return difference;
  }
}
