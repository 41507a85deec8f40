package sc.fiji.cavga.method.local.gaussian;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.cavga.onnx.OnnxMaskedGaussian;
import sc.fiji.cavga.onnx.OnnxPicture;
import sc.fiji.cavga.onnx.OnnxValue;

/** {@link DogFeatures} in ONNX. */
final class OnnxDogFeatures {

  private OnnxDogFeatures() {}

  /**
   * @return [B,D,H,W], zero outside the field of view
   */
  static OnnxValue of(OnnxPicture picture) {
    OnnxValue roots = picture.values().atLeast(0).squareRoot();
    OnnxValue finer = roots;
    List<OnnxValue> differences = new ArrayList<>();
    List<OnnxValue> steepnesses = new ArrayList<>();
    for (int s = 0; s < DogFeatures.SCALES.length; s++) {
      OnnxValue coarser = new OnnxMaskedGaussian(picture, DogFeatures.SCALES[s]).blur(roots);
      differences.add(finer.minus(coarser));
      finer = coarser;
      if (s < DogFeatures.STEEPNESSES) steepnesses.add(steepness(coarser, picture));
    }
    List<OnnxValue> features = new ArrayList<>();
    for (int c = 0; c < picture.channels(); c++)
      for (OnnxValue each : differences) features.add(each.slice(1, c, c + 1));
    features.addAll(steepnesses);
    OnnxValue first = features.remove(0);
    return first.with(features.toArray(new OnnxValue[0]));
  }

  private static OnnxValue steepness(OnnxValue channels, OnnxPicture picture) {
    int size = picture.size();
    OnnxValue mean = channels.mean(1).padded(1);
    OnnxValue field = picture.fieldOfView().padded(1);
    OnnxValue across = mean.moved(0, 1, size).minus(mean.moved(0, -1, size)).over(2);
    OnnxValue down = mean.moved(1, 0, size).minus(mean.moved(-1, 0, size)).over(2);
    OnnxValue seen =
        field
            .moved(0, -1, size)
            .times(field.moved(0, 1, size))
            .times(field.moved(-1, 0, size))
            .times(field.moved(1, 0, size))
            .times(picture.fieldOfView());
    return across.squared().plus(down.squared()).squareRoot().times(seen);
  }
}
