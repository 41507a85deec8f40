package sc.fiji.cavga.method.local.weak;

import sc.fiji.cavga.method.local.gaussian.GaussianField;
import sc.fiji.cavga.method.local.gaussian.OnnxGaussianField;
import sc.fiji.cavga.onnx.OnnxMaskedGaussian;
import sc.fiji.cavga.onnx.OnnxPicture;
import sc.fiji.cavga.onnx.OnnxValue;

/** A {@link WeakReweighting} in ONNX. */
public final class OnnxReweighting {

  private final WeakReweighting learned;
  private final OnnxPicture picture;

  public OnnxReweighting(WeakReweighting learned, OnnxPicture picture) {
    this.learned = learned;
    this.picture = picture;
  }

  /**
   * @param distance [B,1,H,W], smoothed half squared distances
   * @param said of the field that they come from
   * @return [B,1,H,W], in standard deviations, zero outside the field of view
   */
  public OnnxValue weigh(OnnxValue distance, GaussianField field, OnnxGaussianField said) {
    OnnxValue standardized =
        picture.only(distance.standardized(learned.atlas().mean(), learned.atlas().spread()));
    OnnxValue value =
        said.product(new WhitenedDeviations(field).roots())
            .within(-WeakReweighting.LARGEST_DEVIATION, WeakReweighting.LARGEST_DEVIATION);
    OnnxValue described =
        value.with(
            value.absolute(),
            value.squared().atMost(WeakReweighting.LARGEST_SQUARE),
            standardized.atLeast(0).plus(1).logarithm());
    OnnxValue smooth =
        new OnnxMaskedGaussian(picture, 1).blur(picture.only(described.weighed(learned.weights())));
    return standardized.times(smooth.sigmoid().plus(WeakReweighting.LEAST));
  }
}
