package sc.fiji.cavga.method.local.gaussian;

/**
 * How far a place's features lie from their means among normal ones, each on its own, in spreads.
 */
final class ZScoreField {

  private final CellGrid grid;
  private final int features;
  private final CellValues means;

  /** One over each feature's standard deviation, [cells,cells,D]. */
  private final CellValues scales;

  ZScoreField(GaussianField gaussians) {
    grid = gaussians.grid();
    features = gaussians.features();
    means = new CellValues(grid, features, gaussians.means());
    int triangle = features * (features + 1) / 2;
    int cells = grid.cells() * grid.cells();
    float[] all = new float[cells * features];
    for (int cell = 0; cell < cells; cell++) {
      float[] lower = new float[triangle];
      System.arraycopy(gaussians.whitening(), cell * triangle, lower, 0, triangle);
      System.arraycopy(scales(lower, features), 0, all, cell * features, features);
    }
    scales = new CellValues(grid, features, all);
  }

  /**
   * One over each feature's standard deviation. The variances are the diagonal of (LᵀL)⁻¹ = L⁻¹L⁻ᵀ:
   * the squared lengths of the inverse's rows.
   *
   * @param lower L [D·(D+1)/2], see {@link Whitening}, row by row
   */
  static float[] scales(float[] lower, int features) {
    double[][] inverse = new double[features][features];
    float[] scales = new float[features];
    for (int i = 0, row = 0; i < features; row += ++i) {
      double variance = 0;
      for (int j = 0; j <= i; j++) {
        double sum = i == j ? 1 : 0;
        for (int k = j; k < i; k++) sum -= lower[row + k] * inverse[k][j];
        inverse[i][j] = sum / lower[row + i];
        variance += inverse[i][j] * inverse[i][j];
      }
      scales[i] = (float) (1 / Math.sqrt(variance));
    }
    return scales;
  }

  /**
   * @param fieldOfView [H,W]
   * @param most beyond which a deviation is cut off
   * @param to of which [D,H,W] from {@code first} on are written, inside the field of view
   */
  void write(DogFeatures picture, float[] fieldOfView, float most, float[] to, int first) {
    int size = grid.size();
    float[] mean = new float[size];
    float[] scale = new float[size];
    for (int y = 0; y < size; y++) {
      float[] rowMeans = means.row(y);
      float[] rowScales = scales.row(y);
      int pixel = y * size;
      for (int d = 0; d < features; d++) {
        means.readAll(rowMeans, d, mean);
        scales.readAll(rowScales, d, scale);
        float[] feature = picture.feature(d);
        int at = first + d * size * size + pixel;
        for (int x = 0; x < size; x++) {
          if (!(fieldOfView[pixel + x] > 0)) continue;
          float deviation = (feature[pixel + x] - mean[x]) * scale[x];
          to[at + x] = Math.max(-most, Math.min(most, deviation));
        }
      }
    }
  }
}
