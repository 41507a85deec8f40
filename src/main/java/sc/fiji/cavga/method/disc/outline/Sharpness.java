package sc.fiji.cavga.method.disc.outline;

import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import sc.fiji.cavga.method.disc.net.DiscNet;
import sc.fiji.cavga.plane.MaskedGaussian;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * How much fine structure there is around a disc, as a multiple of the coarse structure: vessels'
 * edges beside the shades of disc and retina. Blur takes the fine structure away and leaves the
 * coarse one, whatever the picture's contrast.
 */
final class Sharpness {

  /** Of Gaussians, in pixels of a square of 128: structure lies between each two. */
  static final double[] FINE = {0.7, 1.4};

  static final double[] COARSE = {2.8, 5.6};

  private Sharpness() {}

  /**
   * @param square around the disc, [3,H,W]
   * @return 0 or more; 0.4 to 0.6 in most photographs
   */
  static double of(PreparedPicture square) {
    int size = square.size();
    float[] green = new float[size * size];
    System.arraycopy(square.values(), DiscNet.GREEN * green.length, green, 0, green.length);
    double coarse = structure(green, square, COARSE);
    return coarse > 0 ? structure(green, square, FINE) / coarse : 0;
  }

  /** The standard deviation, inside the field of view, of the difference of two Gaussians. */
  private static double structure(float[] values, PreparedPicture square, double... sigmas) {
    float[] inside = square.fieldOfView();
    int size = square.size();
    float[] narrow =
        MaskedGaussian.blur(values, inside, size, MaskedGaussian.scaled(sigmas[0], size));
    float[] wide =
        MaskedGaussian.blur(values, inside, size, MaskedGaussian.scaled(sigmas[1], size));
    SummaryStatistics differences = new SummaryStatistics();
    for (int i = 0; i < values.length; i++)
      if (inside[i] > 0) differences.addValue(narrow[i] - wide[i]);
    return Math.sqrt(differences.getPopulationVariance());
  }
}
