package sc.fiji.cavga.method.local.weak;

import java.util.stream.IntStream;
import sc.fiji.cavga.method.local.gaussian.CellGrid;
import sc.fiji.cavga.method.local.gaussian.CellValues;
import sc.fiji.cavga.method.local.gaussian.DogFeatures;
import sc.fiji.cavga.method.local.gaussian.GaussianField;

/**
 * In which way, and not only how much, a place differs from normal ones: its features less their
 * mean there, in units of their spread and independent of each other.
 */
public final class WhitenedDeviations {

  private final CellGrid grid;
  private final int features;
  private final CellValues means;
  private final CellValues roots;
  private final float[] all;

  public WhitenedDeviations(GaussianField gaussians) {
    grid = gaussians.grid();
    features = gaussians.features();
    means = new CellValues(grid, features, gaussians.means());
    int triangle = features * (features + 1) / 2;
    float[] whitening = gaussians.whitening();
    all = new float[whitening.length];
    IntStream.range(0, whitening.length / triangle)
        .parallel()
        .forEach(
            cell -> {
              float[] lower = new float[triangle];
              System.arraycopy(whitening, cell * triangle, lower, 0, triangle);
              System.arraycopy(
                  SymmetricRoot.of(lower, features), 0, all, cell * triangle, triangle);
            });
    roots = new CellValues(grid, triangle, all);
  }

  /** The matrices' lower triangles, [cells,cells,D·(D+1)/2]; the array itself. */
  float[] roots() {
    return all;
  }

  /**
   * @return [H·W][D], null outside the field of view
   */
  public float[][] of(DogFeatures picture, float[] fieldOfView) {
    float[][] deviations = new float[fieldOfView.length][];
    IntStream.range(0, grid.size())
        .parallel()
        .forEach(y -> row(picture, fieldOfView, y, deviations));
    return deviations;
  }

  private void row(DogFeatures picture, float[] fieldOfView, int y, float[][] deviations) {
    float[] rowMeans = means.row(y);
    float[] rowRoots = roots.row(y);
    float[] vector = new float[features];
    float[] mean = new float[features];
    float[] root = new float[features * (features + 1) / 2];
    for (int x = 0; x < grid.size(); x++) {
      int pixel = y * grid.size() + x;
      if (!(fieldOfView[pixel] > 0)) continue;
      means.read(rowMeans, x, mean);
      roots.read(rowRoots, x, root);
      picture.read(pixel, vector);
      for (int i = 0; i < features; i++) vector[i] -= mean[i];
      deviations[pixel] = product(root, vector);
    }
  }

  /** A symmetric matrix, given by its lower triangle, times a vector. */
  private static float[] product(float[] lower, float[] vector) {
    float[] product = new float[vector.length];
    for (int i = 0, at = 0; i < vector.length; i++)
      for (int j = 0; j <= i; j++, at++) {
        product[i] += lower[at] * vector[j];
        if (j < i) product[j] += lower[at] * vector[i];
      }
    return product;
  }
}
