package sc.fiji.cavga.method.local.gaussian;

/**
 * How far a place's features lie from their means among normal ones, each on its own, in spreads.
 */
final class ZScoreField {

  private final CellGrid grid;
  private final int features;

  /** Of each row of cells, at each column of pixels, [cells][D][W]. */
  private final float[][][] means;

  /** One over each feature's standard deviation, likewise. */
  private final float[][][] scales;

  ZScoreField(GaussianField gaussians) {
    grid = gaussians.grid();
    features = gaussians.features();
    means = widened(gaussians.means());
    scales = widened(scales(gaussians));
  }

  /** One over each feature's standard deviation in each cell, [cells,cells,D]. */
  static float[] scales(GaussianField gaussians) {
    int features = gaussians.features();
    int triangle = features * (features + 1) / 2;
    int cells = gaussians.grid().cells() * gaussians.grid().cells();
    float[] all = new float[cells * features];
    for (int cell = 0; cell < cells; cell++) {
      float[] lower = new float[triangle];
      System.arraycopy(gaussians.whitening(), cell * triangle, lower, 0, triangle);
      System.arraycopy(scales(lower, features), 0, all, cell * features, features);
    }
    return all;
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
   * The values of the cells [cells,cells,D], interpolated along each row of cells: [cells][D][W].
   */
  private float[][][] widened(float[] values) {
    int cells = grid.cells();
    float[][][] widened = new float[cells][features][grid.size()];
    for (int row = 0; row < cells; row++)
      for (int x = 0; x < grid.size(); x++) {
        int at = (row * cells + grid.before(x)) * features;
        int next = cells > 1 ? at + features : at;
        for (int d = 0; d < features; d++)
          widened[row][d][x] = values[at + d] + grid.share(x) * (values[next + d] - values[at + d]);
      }
    return widened;
  }

  /**
   * @param fieldOfView [H,W]
   * @param most beyond which a deviation is cut off
   * @param to of which [D,H,W] from {@code first} on are written, zero outside the field of view
   */
  void write(DogFeatures picture, float[] fieldOfView, float most, float[] to, int first) {
    int size = grid.size();
    float[] seen = new float[size];
    float[] row = new float[size];
    for (int y = 0; y < size; y++) {
      int before = grid.before(y);
      int after = Math.min(before + 1, grid.cells() - 1);
      int pixel = y * size;
      for (int x = 0; x < size; x++) seen[x] = fieldOfView[pixel + x] > 0 ? 1 : 0;
      for (int d = 0; d < features; d++) {
        System.arraycopy(picture.feature(d), pixel, row, 0, size);
        subtract(row, means[before][d], means[after][d], grid.share(y));
        scale(row, scales[before][d], scales[after][d], grid.share(y));
        // A zero with a sign becomes one without.
        for (int x = 0; x < size; x++)
          row[x] = Math.max(-most, Math.min(most, row[x])) * seen[x] + 0f;
        System.arraycopy(row, 0, to, first + d * size * size + pixel, size);
      }
    }
  }

  private static void subtract(float[] row, float[] before, float[] after, float share) {
    for (int x = 0; x < row.length; x++) row[x] -= before[x] + share * (after[x] - before[x]);
  }

  private static void scale(float[] row, float[] before, float[] after, float share) {
    for (int x = 0; x < row.length; x++) row[x] *= before[x] + share * (after[x] - before[x]);
  }
}
