package sc.fiji.cavga.model;

import java.util.Optional;
import sc.fiji.cavga.image.PreparedPicture;
import sc.fiji.cavga.network.NetworkOutput;

/**
 * The default map: how unusual each place looks among normal ones, by the model's density. A model
 * without one, as while training runs, shows the difference |x − x̂| smoothed at two scales, so
 * that both a haemorrhage's dot and a wide wedge stand out, raised by up to a factor of two where
 * the network does not attend.
 */
final class DefaultMap {

  /** Standard deviations in pixels at 128 pixels. */
  private static final double FINE = 1;

  private static final double COARSE = 4;

  private DefaultMap() {}

  /** As {@link AnomalyMap#raw} of {@link MapKind#DEFAULT}. */
  static float[] raw(
      PreparedPicture picture, NetworkOutput output, int index, Optional<NormalDensity> density) {
    if (density.isPresent()) return smooth(density.get().surprise(picture), picture, FINE);
    float[] difference = AnomalyMap.difference(picture, output, index);
    float[] fine = smooth(difference, picture, FINE);
    float[] coarse = smooth(difference, picture, COARSE);
    float[] inattention = AnomalyMap.inattention(picture, output, index);
    for (int i = 0; i < fine.length; i++)
      fine[i] = (fine[i] + coarse[i]) / 2 * (1 + inattention[i]);
    return fine;
  }

  private static float[] smooth(float[] difference, PreparedPicture picture, double at128) {
    return MaskedGaussian.blur(
        difference, picture.fieldOfView(), picture.size(), AnomalyMap.blur(at128, picture.size()));
  }
}
