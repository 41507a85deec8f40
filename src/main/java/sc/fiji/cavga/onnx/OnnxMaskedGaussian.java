package sc.fiji.cavga.onnx;

import sc.fiji.cavga.plane.MaskedGaussian;

/**
 * A {@link MaskedGaussian} in ONNX: a product with a matrix along each axis, which every runtime
 * computes fast, whether the Gaussian is made of a kernel or of boxes.
 */
public final class OnnxMaskedGaussian {

  private final OnnxPicture picture;
  private final OnnxValue axis;
  private final OnnxValue weights;

  /**
   * @param at128 standard deviation, see {@link MaskedGaussian#scaled}
   */
  public OnnxMaskedGaussian(OnnxPicture picture, double at128) {
    this.picture = picture;
    int size = picture.size();
    float[] matrix = MaskedGaussian.matrix(size, MaskedGaussian.scaled(at128, size));
    OnnxValue field = picture.fieldOfView();
    axis = field.constant(matrix, size, size);
    // Outside, where nothing may be in reach, the sums are not asked for.
    weights = picture.inside().choose(field.inBoth(axis), 1);
  }

  /**
   * @param values [B,C,H,W], zero outside the field of view
   * @return [B,C,H,W], zero outside the field of view
   */
  public OnnxValue blur(OnnxValue values) {
    return values.inBoth(axis).over(weights).times(picture.fieldOfView());
  }
}
