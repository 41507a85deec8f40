package sc.fiji.cavga.method.local.gaussian;

import java.util.Arrays;
import sc.fiji.cavga.plane.Whitening;

/**
 * Gathers how features vary over normal pictures around each place: counts, sums and products in
 * the cells of a grid, from which a {@link GaussianField} is made.
 */
final class FieldMoments {

  /** Neighbouring cells say something about a cell too, with this standard deviation in cells. */
  private static final double NEIGHBOURHOOD = 1.25;

  /** A share of each feature's variance that is added to every one, so that none collapses. */
  private static final double RIDGE = 0.02;

  private static final double SMALLEST_VARIANCE = 1e-8;

  private final CellGrid grid;
  private final int features;
  private final int statistics;

  /** Per cell a count, D sums and the D·(D+1)/2 products of the lower triangle, row by row. */
  private final double[] moments;

  FieldMoments(CellGrid grid, int features) {
    this.grid = grid;
    this.features = features;
    statistics = 1 + features + features * (features + 1) / 2;
    moments = new double[grid.cells() * grid.cells() * statistics];
  }

  /** Adds what one normal picture shows inside its field of view, [H,W]. */
  void add(DogFeatures picture, float[] fieldOfView) {
    float[] vector = new float[features];
    for (int pixel = 0; pixel < fieldOfView.length; pixel++) {
      if (!(fieldOfView[pixel] > 0)) continue;
      picture.read(pixel, vector);
      int at = grid.cellOf(pixel / grid.size(), pixel % grid.size()) * statistics;
      moments[at++]++;
      for (int i = 0; i < features; i++) moments[at++] += vector[i];
      for (int i = 0; i < features; i++)
        for (int j = 0; j <= i; j++) moments[at++] += (double) vector[i] * vector[j];
    }
  }

  /** How many places were added. */
  double count() {
    double count = 0;
    for (int at = 0; at < moments.length; at += statistics) count += moments[at];
    return count;
  }

  /**
   * The Gaussian of each cell and its neighbours. All places together count as much as one picture
   * does in a cell, so that cells which few pictures cover know something too.
   */
  GaussianField field() {
    double[] all = new double[statistics];
    for (int i = 0; i < moments.length; i++) all[i % statistics] += moments[i];
    double prior = grid.area() / all[0];
    double[] ridge = new double[features];
    for (int i = 0; i < features; i++)
      ridge[i] = Math.max(SMALLEST_VARIANCE, RIDGE * covariance(all, i, i));
    double[] smooth = neighbours(neighbours(moments, statistics), grid.cells() * statistics);
    int cells = grid.cells() * grid.cells();
    int triangle = features * (features + 1) / 2;
    float[] means = new float[cells * features];
    float[] whitening = new float[cells * triangle];
    for (int cell = 0; cell < cells; cell++) {
      double[] here = Arrays.copyOfRange(smooth, cell * statistics, (cell + 1) * statistics);
      for (int i = 0; i < statistics; i++) here[i] += prior * all[i];
      double[] covariance = new double[triangle];
      for (int i = 0, at = 0; i < features; i++)
        for (int j = 0; j <= i; j++, at++)
          covariance[at] = covariance(here, i, j) + (i == j ? ridge[i] : 0);
      double[] lower = Whitening.of(covariance, features);
      for (int i = 0; i < features; i++)
        means[cell * features + i] = (float) (here[1 + i] / here[0]);
      for (int i = 0; i < triangle; i++) whitening[cell * triangle + i] = (float) lower[i];
    }
    return new GaussianField(grid, features, means, whitening);
  }

  /** Whether a picture covers a cell. */
  boolean covers(int cell) {
    return moments[cell * statistics] > 0;
  }

  /** The covariance of features i ≥ j. */
  private double covariance(double[] moments, int i, int j) {
    double product = moments[1 + features + i * (i + 1) / 2 + j];
    return product / moments[0] - moments[1 + i] / moments[0] * moments[1 + j] / moments[0];
  }

  /** Adds the neighbours along one axis, whose cells lie so many numbers apart, by a Gaussian. */
  private double[] neighbours(double[] values, int stride) {
    int cells = grid.cells();
    int radius = (int) Math.ceil(3 * NEIGHBOURHOOD);
    double[] kernel = new double[radius + 1];
    double sum = 0;
    for (int d = -radius; d <= radius; d++) {
      kernel[Math.abs(d)] = Math.exp(-d * d / (2 * NEIGHBOURHOOD * NEIGHBOURHOOD));
      sum += kernel[Math.abs(d)];
    }
    double[] result = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int place = i / stride % cells;
      for (int d = Math.max(-radius, -place); d <= Math.min(radius, cells - 1 - place); d++)
        result[i] += kernel[Math.abs(d)] / sum * values[i + d * stride];
    }
    return result;
  }
}
