package sc.fiji.cavga.method.cavga.map;

import sc.fiji.cavga.method.cavga.network.NetworkOutput;
import sc.fiji.cavga.model.examination.MapKind;
import sc.fiji.cavga.plane.Bilinear;
import sc.fiji.cavga.plane.MaskedGaussian;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * The paper's raw maps of a picture, made of the network's output. The default one is the squared
 * difference (x − x̂)² times the divergence of the picture's latent: what is unlike any normal
 * thing is either not reconstructed, or by a latent that no normal thing has. In squares, not in
 * magnitudes, because pictures with more ink would have more of these everywhere.
 */
public final class CavgaMaps {

  /** Standard deviation in pixels of the light blur of the differences, at 128 pixels. */
  public static final double LIGHT_BLUR = 0.75;

  private CavgaMaps() {}

  /**
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
        return smooth(difference(picture, output, index), picture);
      default:
        float[] squares = squaredDifference(picture, output, index);
        for (int i = 0; i < squares.length; i++) squares[i] *= output.divergence()[index];
        return smooth(squares, picture);
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

  /** (x − x̂)² averaged over the channels, zero outside the field of view. */
  private static float[] squaredDifference(
      PreparedPicture picture, NetworkOutput output, int index) {
    int plane = picture.size() * picture.size();
    int volume = picture.channels() * plane;
    float[] squares = new float[plane];
    float[] values = picture.values();
    float[] reconstruction = output.reconstruction();
    for (int from = 0; from < volume; from += plane)
      for (int i = 0; i < plane; i++) {
        float d = values[from + i] - reconstruction[index * volume + from + i];
        if (picture.fieldOfView()[i] > 0) squares[i] += d * d / picture.channels();
      }
    return squares;
  }

  private static float[] smooth(float[] values, PreparedPicture picture) {
    return MaskedGaussian.blur(
        values,
        picture.fieldOfView(),
        picture.size(),
        MaskedGaussian.scaled(LIGHT_BLUR, picture.size()));
  }
}
