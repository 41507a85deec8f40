package sc.fiji.cavga.localize;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.model.MethodPart;
import sc.fiji.cavga.model.TrainedModel;
import sc.fiji.cavga.preprocess.PreprocessingJson;

/** Tells models apart by what their results depend on, wherever their files lie. */
public final class ModelFingerprint {

  private final MessageDigest digest;

  private ModelFingerprint(MessageDigest digest) {
    this.digest = digest;
  }

  /** Hexadecimal; the same for the same weights, preprocessing and calibrations. */
  public static String of(TrainedModel model) {
    ModelFingerprint fingerprint = begun();
    fingerprint.add(PreprocessingJson.write(model.preprocessing()).toString());
    for (MethodPart part : model.parts()) fingerprint.add(part);
    return fingerprint.text();
  }

  /** The same of networks alone. */
  public static String of(List<NamedArray> weights) {
    ModelFingerprint fingerprint = begun();
    fingerprint.add(weights);
    return fingerprint.text();
  }

  private static ModelFingerprint begun() {
    try {
      return new ModelFingerprint(MessageDigest.getInstance("SHA-256"));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256, but this one has not.", e);
    }
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (byte part : digest.digest()) text.append(String.format("%02x", part & 0xff));
    return text.toString();
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
              add(calibration.mean());
              add(calibration.spread());
              add(calibration.mapThreshold() + " " + calibration.scoreThreshold());
            });
  }

  private void add(List<NamedArray> arrays) {
    for (NamedArray array : arrays) {
      add(array.name());
      add(array.values());
    }
  }

  private void add(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private void add(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
    for (float value : values) bytes.putFloat(value);
    digest.update(bytes.array());
  }
}
