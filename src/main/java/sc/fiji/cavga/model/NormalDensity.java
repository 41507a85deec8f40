package sc.fiji.cavga.model;

import java.util.stream.IntStream;
import sc.fiji.cavga.image.PreparedPicture;

/**
 * How unusual each place of a picture looks among normal ones: the negative logarithm of the
 * density of its {@link LocalFeatures} under a mixture of Gaussians, fitted to normal training
 * pictures and stored in the model.
 */
public final class NormalDensity {

  private final GaussianMixture mixture;

  /**
   * @throws IllegalArgumentException when the mixture is not one of local features
   */
  NormalDensity(GaussianMixture mixture) {
    if (mixture.features() != LocalFeatures.count(1)
        && mixture.features() != LocalFeatures.count(3))
      throw new IllegalArgumentException("The model's density does not fit pictures.");
    this.mixture = mixture;
  }

  GaussianMixture mixture() {
    return mixture;
  }

  /**
   * @return [H,W], larger where less usual; 0 outside the field of view
   */
  public float[] surprise(PreparedPicture picture) {
    LocalFeatures features = LocalFeatures.of(picture);
    int size = picture.size();
    float[] surprise = new float[size * size];
    IntStream.range(0, size)
        .parallel()
        .forEach(
            y -> {
              double[] vector = new double[mixture.features()];
              for (int i = y * size; i < (y + 1) * size; i++)
                if (picture.fieldOfView()[i] > 0) {
                  features.read(i, vector);
                  surprise[i] = (float) -mixture.logDensity(vector);
                }
            });
    return surprise;
  }
}
