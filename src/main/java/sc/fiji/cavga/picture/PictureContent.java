package sc.fiji.cavga.picture;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.real.FloatType;

/**
 * By what a photograph is known again under another name: the first 64 bits of the SHA-256 of its
 * pixels.
 *
 * <p>Of pixels and not of the file's bytes: a copy that was saved without loss in another format,
 * or from which a patient's data were taken, is still the same photograph, and pictures in a file
 * of many have no bytes of their own. Each value counts in 256 steps. Of large pictures every n-th
 * row and column count, so that hashing takes little of the time of reading; noise makes two
 * photographs differ at them all the same.
 */
public final class PictureContent {

  /** Hexadecimal digits of a hash. */
  public static final int DIGITS = 16;

  private static final int MOST_ROWS = 512;
  private static final float STEPS = 255;

  private PictureContent() {}

  /**
   * In hexadecimal digits; empty for a picture of one colour, which nothing can tell from others.
   */
  public static Optional<String> hash(Picture picture) {
    int width = picture.width();
    int height = picture.height();
    int step = 1 + (Math.max(width, height) - 1) / MOST_ROWS;
    MessageDigest digest = sha256();
    digest.update(
        (width + " " + height + " " + picture.channels() + "\n")
            .getBytes(StandardCharsets.US_ASCII));
    byte[] row = new byte[(width - 1) / step + 1];
    RandomAccess<FloatType> access = picture.pixels().randomAccess();
    boolean oneColour = true;
    for (int c = 0; c < picture.channels(); c++) {
      access.setPosition(c, 2);
      int first = -1;
      for (int y = 0; y < height; y += step) {
        access.setPosition(y, 1);
        for (int i = 0; i < row.length; i++) {
          access.setPosition(i * step, 0);
          row[i] = (byte) Math.round(STEPS * access.get().get());
          if (first < 0) first = row[i] & 0xff;
          oneColour &= first == (row[i] & 0xff);
        }
        digest.update(row);
      }
    }
    return oneColour ? Optional.empty() : Optional.of(text(digest.digest()));
  }

  private static String text(byte[] digest) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < DIGITS / 2; i++) text.append(String.format(Locale.ROOT, "%02x", digest[i]));
    return text.toString();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
