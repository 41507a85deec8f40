package sc.fiji.cavga.model;

import sc.fiji.cavga.network.NetworkOutput;
import sc.fiji.cavga.plane.MaskedGaussian;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * The parts of the default map. That of a model without a density, as for pictures of single
 * things, is the squared difference (x − x̂)² times the divergence of the picture's latent: what is
 * unlike any normal thing is either not reconstructed, or by a latent that no normal thing has. In
 * squares, not in magnitudes, because pictures with more ink would have more of these everywhere.
 */
final class DefaultMap {

  /** Standard deviations in pixels at 128 pixels, of the density's map and of the others. */
  static final double FINE = 1;

  static final double LIGHT = 0.75;

  private DefaultMap() {}

  /** Of a network alone, as {@link AnomalyMap#raw}. */
  static float[] raw(PreparedPicture picture, NetworkOutput output, int index) {
    float[] surprise = squaredDifference(picture, output, index);
    for (int i = 0; i < surprise.length; i++) surprise[i] *= output.divergence()[index];
    return smooth(surprise, picture, LIGHT);
  }

  /** How unusual each place looks by the density alone, [H,W]. */
  static float[] smoothSurprise(
      PreparedPicture picture, DogFeatures features, NormalDensity density) {
    return smooth(density.surprise(picture, features), picture, FINE);
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

  static float[] smooth(float[] difference, PreparedPicture picture, double at128) {
    return MaskedGaussian.blur(
        difference,
        picture.fieldOfView(),
        picture.size(),
        MaskedGaussian.scaled(at128, picture.size()));
  }
}
