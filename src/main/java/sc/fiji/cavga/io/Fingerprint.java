package sc.fiji.cavga.io;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/** Tells one thing from others without holding it: the SHA-256 of its parts. */
public final class Fingerprint {

  private final MessageDigest digest;

  /** Of nothing yet. */
  public Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256, but this one has not.", e);
    }
  }

  /** Adds a text in UTF-8. */
  public void add(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Ends a part, so that what is added next is not taken as one with it. */
  public void end() {
    digest.update((byte) 0);
  }

  /** Adds numbers, big-endian. */
  public void add(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
    for (float value : values) bytes.putFloat(value);
    digest.update(bytes.array());
  }

  /** What is written to it is added; it keeps nothing. */
  public OutputStream stream() {
    return new DigestOutputStream(OutputStream.nullOutputStream(), digest);
  }

  /** Hexadecimal, of all that was added; to be asked for once. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (byte part : digest.digest()) text.append(String.format(Locale.ROOT, "%02x", part & 0xff));
    return text.toString();
  }
}
