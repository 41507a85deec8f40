package sc.fiji.cavga.onnx;

import sc.fiji.cavga.plane.MaskedGaussian;

/**
 * A {@link MaskedGaussian} in ONNX: a product with a matrix along each axis, which every runtime
 * computes fast, whether the Gaussian is made of a kernel or of boxes.
 */
public final class OnnxMaskedGaussian {

  private final OnnxPicture picture;
  private final OnnxValue rows;
  private final OnnxValue columns;
  private final OnnxValue weights;

  /**
   * @param at128 standard deviation, see {@link MaskedGaussian#scaled}
   */
  public OnnxMaskedGaussian(OnnxPicture picture, double at128) {
    this.picture = picture;
    int size = picture.size();
    float[] matrix = MaskedGaussian.matrix(size, MaskedGaussian.scaled(at128, size));
    float[] turned = new float[matrix.length];
    for (int i = 0; i < matrix.length; i++) turned[i % size * size + i / size] = matrix[i];
    OnnxValue field = picture.fieldOfView();
    rows = field.constant(matrix, size, size);
    columns = field.constant(turned, size, size);
    // Outside, where nothing may be in reach, the sums are not asked for.
    weights = picture.inside().choose(blurred(field), 1);
  }

  private OnnxValue blurred(OnnxValue values) {
    return rows.matrixTimes(values.matrixTimes(columns));
  }

  /**
   * @param values [B,C,H,W], zero outside the field of view
   * @return [B,C,H,W], zero outside the field of view
   */
  public OnnxValue blur(OnnxValue values) {
    return blurred(values).over(weights).times(picture.fieldOfView());
  }
}
