package sc.fiji.cavga.model;

import java.util.Optional;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * How unusual each place of a picture looks among normal ones: the negative logarithm of the
 * density of its {@link DogFeatures} under a Gaussian of that place, fitted to normal training
 * pictures and stored in the model.
 */
public final class NormalDensity {

  private final GaussianField gaussians;
  private final MeanDiscPosition usual;
  private final WeakReweighting likeness;
  private final LocalDeviations deviations;

  /** Of unsupervised training, see the other constructor. */
  NormalDensity(GaussianField gaussians, MeanDiscPosition usual) {
    this(gaussians, usual, null);
  }

  /**
   * @param usual where each picture is aligned to; null where pictures are taken as they lie
   * @param likeness what anomalous pictures taught; null without weak supervision
   * @throws IllegalArgumentException when the Gaussians are not those of local features, or the
   *     likeness is not one of them
   */
  NormalDensity(GaussianField gaussians, MeanDiscPosition usual, WeakReweighting likeness) {
    if (gaussians.features() != DogFeatures.count(1)
        && gaussians.features() != DogFeatures.count(3))
      throw new IllegalArgumentException("it does not fit pictures.");
    if (likeness != null
        && (likeness.weights().length != WeakReweighting.descriptionLength(gaussians.features()) + 1
            || likeness.atlas().mean().length != gaussians.grid().size() * gaussians.grid().size()))
      throw new IllegalArgumentException("what it knows of anomalies does not fit it.");
    this.gaussians = gaussians;
    this.usual = usual;
    this.likeness = likeness;
    deviations = likeness == null ? null : new LocalDeviations(gaussians);
  }

  NormalDensity withLikeness(WeakReweighting other) {
    return new NormalDensity(gaussians, usual, other);
  }

  /** What anomalous pictures taught, if there were any. */
  Optional<WeakReweighting> likeness() {
    return Optional.ofNullable(likeness);
  }

  /** Where each picture is aligned to; null where pictures are taken as they lie. */
  MeanDiscPosition usual() {
    return usual;
  }

  /** What this density judges a picture by. */
  DogFeatures features(PreparedPicture picture) {
    return DogFeatures.of(picture, usual);
  }

  GaussianField gaussians() {
    return gaussians;
  }

  /** Whether it is one of pictures of such a size and so many channels. */
  boolean fits(int size, int channels) {
    return gaussians.grid().size() == size && gaussians.features() == DogFeatures.count(channels);
  }

  /**
   * @param picture of the size and channels that the density was fitted to
   * @param features of that picture
   * @return [H,W], half a squared Mahalanobis distance, larger where less usual; 0 outside the
   *     field of view
   */
  float[] surprise(PreparedPicture picture, DogFeatures features) {
    return gaussians.distances(features, picture.fieldOfView());
  }

  /**
   * A map of surprise as weak supervision weighs it: in spreads above the mean of normals there,
   * raised where places of anomalous pictures look alike. Without weak supervision, as it was.
   *
   * @param surprise [H,W], smoothed
   */
  float[] weigh(PreparedPicture picture, DogFeatures features, float[] surprise) {
    if (likeness == null) return surprise;
    return likeness.weigh(
        picture,
        WeakReweighting.standardized(likeness.atlas(), picture, surprise),
        deviations.of(features, picture.fieldOfView()));
  }
}
