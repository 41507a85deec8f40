package sc.fiji.cavga.model;

import java.util.List;
import sc.fiji.cavga.io.Fingerprint;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.preprocess.PreprocessingJson;

/** Tells models apart by what their results depend on, wherever their files lie. */
public final class ModelFingerprint {

  private final Fingerprint digest = new Fingerprint();

  private ModelFingerprint() {}

  /** Hexadecimal; the same for the same weights, preprocessing and calibrations. */
  public static String of(TrainedModel model) {
    ModelFingerprint fingerprint = new ModelFingerprint();
    fingerprint.add(PreprocessingJson.write(model.preprocessing()).toString());
    for (MethodPart part : model.parts()) fingerprint.add(part);
    return fingerprint.digest.text();
  }

  /** The same of networks alone. */
  public static String of(List<NamedArray> weights) {
    ModelFingerprint fingerprint = new ModelFingerprint();
    fingerprint.add(weights);
    return fingerprint.digest.text();
  }

  private void add(MethodPart part) {
    add(part.method().name());
    part.entries()
        .arrays()
        .forEach(
            (name, arrays) -> {
              add(name);
              add(arrays);
            });
    part.calibrations()
        .forEach(
            (kind, calibration) -> {
              add(kind.label());
              digest.add(calibration.mean());
              digest.add(calibration.spread());
              add(calibration.mapThreshold() + " " + calibration.scoreThreshold());
            });
  }

  private void add(List<NamedArray> arrays) {
    for (NamedArray array : arrays) {
      add(array.name());
      digest.add(array.values());
    }
  }

  private void add(String text) {
    digest.add(text);
    digest.end();
  }
}
