package sc.fiji.cavga.model;

import java.util.stream.IntStream;

/**
 * A Gaussian of feature vectors for every place: means and covariances in the cells of a grid,
 * interpolated between their middles.
 */
final class GaussianField {

  private final CellGrid grid;
  private final int features;
  private final int triangle;
  private final CellValues means;
  private final CellValues whitening;

  /**
   * @param means [cells,cells,D]
   * @param whitening [cells,cells,D·(D+1)/2], see {@link Whitening}
   * @throws IllegalArgumentException when the sizes do not fit or a number is not finite
   */
  GaussianField(CellGrid grid, int features, float[] means, float[] whitening) {
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

  CellGrid grid() {
    return grid;
  }

  int features() {
    return features;
  }

  /** [cells,cells,D]; the array itself. */
  float[] means() {
    return means.values();
  }

  /** [cells,cells,D·(D+1)/2]; the array itself. */
  float[] whitening() {
    return whitening.values();
  }

  /**
   * Half the squared Mahalanobis distance of each place's features from what is normal there: the
   * negative logarithm of the density but for its constant.
   *
   * @return [H,W], zero outside the field of view
   */
  float[] distances(DogFeatures picture, float[] fieldOfView) {
    float[] distances = new float[fieldOfView.length];
    IntStream.range(0, grid.size())
        .parallel()
        .forEach(y -> row(picture, fieldOfView, y, distances));
    return distances;
  }

  private void row(DogFeatures picture, float[] fieldOfView, int y, float[] distances) {
    float[] rowMeans = means.row(picture.alignment().row(y));
    float[] rowWhitening = whitening.row(picture.alignment().row(y));
    float[] vector = new float[features];
    float[] mean = new float[features];
    float[] lower = new float[triangle];
    for (int x = 0; x < grid.size(); x++) {
      int pixel = y * grid.size() + x;
      if (!(fieldOfView[pixel] > 0)) continue;
      int column = picture.alignment().column(x);
      means.read(rowMeans, column, mean);
      whitening.read(rowWhitening, column, lower);
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
