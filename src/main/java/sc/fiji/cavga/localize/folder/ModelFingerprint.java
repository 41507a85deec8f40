package sc.fiji.cavga.localize.folder;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import sc.fiji.cavga.io.NamedArray;
import sc.fiji.cavga.model.Calibration;
import sc.fiji.cavga.model.CavgaModel;
import sc.fiji.cavga.model.MapKind;

/**
 * Tells models apart by what their results depend on, wherever their files lie. A density of normal
 * places counts through the calibrations, which are made with it.
 */
final class ModelFingerprint {

  private final MessageDigest digest;

  private ModelFingerprint(MessageDigest digest) {
    this.digest = digest;
  }

  /** Hexadecimal; the same for the same weights, preprocessing and calibrations. */
  static String of(CavgaModel model) {
    ModelFingerprint fingerprint;
    try {
      fingerprint = new ModelFingerprint(MessageDigest.getInstance("SHA-256"));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256, but this one has not.", e);
    }
    fingerprint.add(model.preprocessing().toString());
    fingerprint.add(model.network().attention().name());
    for (NamedArray array : model.weights()) {
      fingerprint.add(array.name());
      fingerprint.add(array.values());
    }
    for (Map.Entry<MapKind, Calibration> entry : model.calibrations().entrySet()) {
      Calibration calibration = entry.getValue();
      fingerprint.add(entry.getKey().label());
      fingerprint.add(calibration.mean());
      fingerprint.add(calibration.spread());
      fingerprint.add(calibration.mapThreshold() + " " + calibration.scoreThreshold());
    }
    StringBuilder text = new StringBuilder();
    for (byte part : fingerprint.digest.digest()) text.append(String.format("%02x", part & 0xff));
    return text.toString();
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
