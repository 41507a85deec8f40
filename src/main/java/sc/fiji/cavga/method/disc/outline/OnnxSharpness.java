package sc.fiji.cavga.method.disc.outline;

import sc.fiji.cavga.method.disc.net.DiscNet;
import sc.fiji.cavga.onnx.OnnxMaskedGaussian;
import sc.fiji.cavga.onnx.OnnxPicture;
import sc.fiji.cavga.onnx.OnnxValue;

/** {@link Sharpness} in ONNX. */
final class OnnxSharpness {

  private OnnxSharpness() {}

  /** [B]. */
  static OnnxValue of(OnnxPicture picture) {
    OnnxValue coarse = structure(picture, Sharpness.COARSE);
    OnnxValue share = structure(picture, Sharpness.FINE).over(coarse);
    return coarse.above(0).choose(share, 0);
  }

  private static OnnxValue structure(OnnxPicture picture, double... sigmas) {
    OnnxValue green = picture.values().slice(1, DiscNet.GREEN, DiscNet.GREEN + 1);
    OnnxValue wide = new OnnxMaskedGaussian(picture, sigmas[1]).blur(green);
    OnnxValue difference = new OnnxMaskedGaussian(picture, sigmas[0]).blur(green).minus(wide);
    OnnxValue count = picture.fieldOfView().sum(2, 3).atLeast(1);
    OnnxValue centred = picture.only(difference.minus(difference.sum(2, 3).over(count)));
    return centred.squared().sum(2, 3).over(count).squareRoot().shaped(-1);
  }
}
