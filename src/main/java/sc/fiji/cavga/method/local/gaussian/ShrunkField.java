package sc.fiji.cavga.method.local.gaussian;

import java.util.function.IntPredicate;
import sc.fiji.cavga.plane.Whitening;

/**
 * A field of few pictures of a camera, its covariances shrunk towards those of an earlier field:
 * which features vary together, and where, is much the same whatever the camera, and few pictures
 * tell it badly. How much each feature varies is the camera's own, and so are the means.
 */
final class ShrunkField {

  /** The earlier field counts as much as so many pictures of the camera. */
  private static final double EARLIER_PICTURES = 20;

  private final GaussianField own;
  private final GaussianField earlier;
  private final IntPredicate covered;
  private final int features;
  private final int triangle;
  private final int cells;

  /**
   * @param own of the camera's pictures
   * @param earlier of the same grid and features
   * @param covered whether a cell of [cells,cells] is covered by these pictures
   */
  ShrunkField(GaussianField own, GaussianField earlier, IntPredicate covered) {
    this.own = own;
    this.earlier = earlier;
    this.covered = covered;
    features = own.features();
    triangle = features * (features + 1) / 2;
    cells = own.grid().cells() * own.grid().cells();
  }

  /**
   * @param pictures how many its own field is made of
   */
  GaussianField of(int pictures) {
    double share = EARLIER_PICTURES / (EARLIER_PICTURES + pictures);
    double[] scales = scales();
    float[] whitening = new float[cells * triangle];
    for (int cell = 0; cell < cells; cell++) {
      double[] mixed = covariance(own, cell);
      double[] other = covariance(earlier, cell);
      for (int i = 0, at = 0; i < features; i++)
        for (int j = 0; j <= i; j++, at++)
          mixed[at] = (1 - share) * mixed[at] + share * scales[i] * scales[j] * other[at];
      double[] lower = Whitening.of(mixed, features);
      for (int i = 0; i < triangle; i++) whitening[cell * triangle + i] = (float) lower[i];
    }
    return new GaussianField(own.grid(), features, own.means().clone(), whitening);
  }

  /** How much more each feature varies than in the earlier field, in the geometric mean. */
  private double[] scales() {
    double[] logarithms = new double[features];
    int count = 0;
    for (int cell = 0; cell < cells; cell++) {
      if (!covered.test(cell)) continue;
      double[] here = covariance(own, cell);
      double[] other = covariance(earlier, cell);
      for (int i = 0; i < features; i++) {
        int variance = i * (i + 3) / 2;
        logarithms[i] += StrictMath.log(here[variance] / other[variance]) / 2;
      }
      count++;
    }
    double[] scales = new double[features];
    for (int i = 0; i < features; i++) scales[i] = StrictMath.exp(logarithms[i] / count);
    return scales;
  }

  private double[] covariance(GaussianField field, int cell) {
    double[] lower = new double[triangle];
    for (int i = 0; i < triangle; i++) lower[i] = field.whitening()[cell * triangle + i];
    return Whitening.covariance(lower, features);
  }
}
