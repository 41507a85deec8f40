package sc.fiji.cavga.model;

import sc.fiji.cavga.image.PreparedPicture;

/**
 * How unusual each place of a picture looks among normal ones: the negative logarithm of the
 * density of its {@link LocalFeatures} under a Gaussian of that place, fitted to normal training
 * pictures and stored in the model.
 */
public final class NormalDensity {

  private final LocalGaussians gaussians;

  /**
   * @throws IllegalArgumentException when the Gaussians are not those of local features
   */
  NormalDensity(LocalGaussians gaussians) {
    if (gaussians.features() != LocalFeatures.count(1)
        && gaussians.features() != LocalFeatures.count(3))
      throw new IllegalArgumentException("it does not fit pictures.");
    this.gaussians = gaussians;
  }

  LocalGaussians gaussians() {
    return gaussians;
  }

  /** Whether it is one of pictures of such a size and so many channels. */
  boolean fits(int size, int channels) {
    return gaussians.grid().size() == size && gaussians.features() == LocalFeatures.count(channels);
  }

  /**
   * @param picture of the size and channels that the density was fitted to
   * @return [H,W], half a squared Mahalanobis distance, larger where less usual; 0 outside the
   *     field of view
   */
  public float[] surprise(PreparedPicture picture) {
    return gaussians.distances(LocalFeatures.of(picture), picture.fieldOfView());
  }
}
