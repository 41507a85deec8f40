package sc.fiji.cavga.method.local.gaussian;

import sc.fiji.cavga.onnx.OnnxMaskedGaussian;
import sc.fiji.cavga.onnx.OnnxPicture;
import sc.fiji.cavga.onnx.OnnxValue;
import sc.fiji.cavga.plane.Bilinear;

/** What a {@link GaussianField} says of pictures, in ONNX. */
public final class OnnxGaussianField {

  private final GaussianField field;
  private final OnnxPicture picture;

  /** [B,D,H,W], the features less their means. */
  private final OnnxValue deviations;

  public OnnxGaussianField(GaussianField field, OnnxPicture picture) {
    this.field = field;
    this.picture = picture;
    OnnxValue features = OnnxDogFeatures.of(picture);
    deviations = features.minus(enlarged(field.means(), field.features()));
  }

  /** K, of the z-scores. */
  public int zScoreChannels() {
    return ZScores.channels(features());
  }

  /** D. */
  private int features() {
    return field.features();
  }

  /**
   * The smoothed half squared distances.
   *
   * @return [B,1,H,W], zero outside the field of view
   */
  public OnnxValue smoothHalfDistances() {
    OnnxValue squares = null;
    OnnxValue whitening = enlarged(field.whitening(), triangle());
    for (int i = 0, at = 0; i < features(); at += ++i) {
      OnnxValue row =
          deviations.slice(1, 0, i + 1).times(whitening.slice(1, at, at + i + 1)).sum(1).squared();
      squares = squares == null ? row : squares.plus(row);
    }
    return new OnnxMaskedGaussian(picture, GaussianField.SMOOTHING)
        .blur(picture.only(squares.over(2)));
  }

  private int triangle() {
    return features() * (features() + 1) / 2;
  }

  /**
   * Of a symmetric matrix for each place the product with the deviations.
   *
   * @param lower triangles [cells,cells,D·(D+1)/2], row by row
   * @return [B,D,H,W]
   */
  public OnnxValue product(float[] lower) {
    OnnxValue matrices = enlarged(full(lower), features() * features());
    OnnxValue[] rows = new OnnxValue[features()];
    for (int i = 0; i < rows.length; i++)
      rows[i] =
          deviations
              .times(matrices.slice(1, (long) i * features(), (long) (i + 1) * features()))
              .sum(1);
    OnnxValue[] others = new OnnxValue[rows.length - 1];
    System.arraycopy(rows, 1, others, 0, others.length);
    return rows[0].with(others);
  }

  private float[] full(float[] lower) {
    int features = features();
    int cells = lower.length / triangle();
    float[] full = new float[cells * features * features];
    for (int cell = 0; cell < cells; cell++)
      for (int i = 0, at = cell * triangle(); i < features; i++)
        for (int j = 0; j <= i; j++, at++) {
          full[(cell * features + i) * features + j] = lower[at];
          full[(cell * features + j) * features + i] = lower[at];
        }
    return full;
  }

  /**
   * {@link ZScores} in ONNX.
   *
   * @return [B,K,H,W]
   */
  public OnnxValue zScores() {
    OnnxValue scales = enlarged(ZScoreField.scales(field), features());
    OnnxValue scores =
        deviations
            .times(scales)
            .within(-ZScores.LARGEST_DEVIATION, ZScores.LARGEST_DEVIATION)
            .times(picture.fieldOfView());
    OnnxValue place =
        scores.constant(new ZScores(field).places(), 1, 2, picture.size(), picture.size());
    return scores.with(place.repeatedFor(scores), picture.fieldOfView());
  }

  /**
   * Interpolated between the cells' middles.
   *
   * @param values [cells,cells,each]
   * @return [1,each,H,W]
   */
  private OnnxValue enlarged(float[] values, int each) {
    int cells = field.grid().cells();
    int size = picture.size();
    float[] planes = new float[values.length];
    for (int cell = 0; cell < cells * cells; cell++)
      for (int i = 0; i < each; i++) planes[i * cells * cells + cell] = values[cell * each + i];
    OnnxValue coarse = picture.fieldOfView().constant(planes, 1, each, cells, cells);
    return coarse.inBoth(coarse.constant(Bilinear.matrix(cells, size), size, cells));
  }
}
