package sc.fiji.cavga.method.local.gaussian;

import java.util.stream.IntStream;
import sc.fiji.cavga.plane.MaskedGaussian;
import sc.fiji.cavga.preprocess.PreparedPicture;

/**
 * A Gaussian of feature vectors for every place: means and covariances in the cells of a grid,
 * interpolated between their middles.
 */
public final class GaussianField {

  /** Standard deviation in pixels at 128 pixels. */
  static final double SMOOTHING = 1;

  private final CellGrid grid;
  private final int features;
  private final int triangle;
  private final CellValues means;
  private final CellValues whitening;

  /**
   * @param means [cells,cells,D]
   * @param whitening [cells,cells,D·(D+1)/2], see {@link Whitening}
   * @throws IllegalArgumentException when the sizes do not fit each other or those of features, or
   *     a number is not finite
   */
  public GaussianField(CellGrid grid, int features, float[] means, float[] whitening) {
    if (features != DogFeatures.count(1) && features != DogFeatures.count(3))
      throw new IllegalArgumentException("it does not fit pictures.");
    this.grid = grid;
    this.features = features;
    this.triangle = features * (features + 1) / 2;
    int cells = grid.cells() * grid.cells();
    if (means.length != cells * features || whitening.length != cells * triangle)
      throw new IllegalArgumentException("its arrays do not fit each other.");
    for (float value : means) requireFinite(value);
    for (float value : whitening) requireFinite(value);
    this.means = new CellValues(grid, features, means);
    this.whitening = new CellValues(grid, triangle, whitening);
  }

  private static void requireFinite(float value) {
    if (!Float.isFinite(value)) throw new IllegalArgumentException("a number is not finite.");
  }

  public CellGrid grid() {
    return grid;
  }

  public int features() {
    return features;
  }

  /** Whether it is one of pictures of such a size and so many channels. */
  public boolean fits(int size, int channels) {
    return grid.size() == size && features == DogFeatures.count(channels);
  }

  /** [cells,cells,D]; the array itself. */
  public float[] means() {
    return means.values();
  }

  /** [cells,cells,D·(D+1)/2]; the array itself. */
  public float[] whitening() {
    return whitening.values();
  }

  /**
   * Half the squared Mahalanobis distance of each place's features from what is normal there: the
   * negative logarithm of the Gaussian but for its constant.
   *
   * @return [H,W], zero outside the field of view
   */
  float[] halfDistances(DogFeatures picture, float[] fieldOfView) {
    float[] distances = new float[fieldOfView.length];
    IntStream.range(0, grid.size())
        .parallel()
        .forEach(y -> row(picture, fieldOfView, y, distances));
    return distances;
  }

  /** As {@link #halfDistances}, smoothed lightly inside the field of view. */
  public float[] smoothHalfDistances(PreparedPicture picture, DogFeatures features) {
    return MaskedGaussian.blur(
        halfDistances(features, picture.fieldOfView()),
        picture.fieldOfView(),
        picture.size(),
        MaskedGaussian.scaled(SMOOTHING, picture.size()));
  }

  private void row(DogFeatures picture, float[] fieldOfView, int y, float[] distances) {
    float[] rowMeans = means.row(y);
    float[] rowWhitening = whitening.row(y);
    float[] vector = new float[features];
    float[] mean = new float[features];
    float[] lower = new float[triangle];
    for (int x = 0; x < grid.size(); x++) {
      int pixel = y * grid.size() + x;
      if (!(fieldOfView[pixel] > 0)) continue;
      means.read(rowMeans, x, mean);
      whitening.read(rowWhitening, x, lower);
      picture.read(pixel, vector);
      for (int i = 0; i < features; i++) vector[i] -= mean[i];
      distances[pixel] = halfSquare(lower, vector);
    }
  }

  private static float halfSquare(float[] lower, float[] vector) {
    float squares = 0;
    for (int i = 0, at = 0; i < vector.length; i++) {
      float sum = 0;
      for (int j = 0; j <= i; j++, at++) sum += lower[at] * vector[j];
      squares += sum * sum;
    }
    return squares / 2;
  }
}
