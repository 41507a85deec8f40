package sc.fiji.cavga.read.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** What a decoder is asked for. */
public interface Decoding<T> {

  T now() throws IOException;

  /**
   * The answer.
   *
   * @param format the decoder's name for it
   * @throws UnsupportedPictureException with one sentence when the decoder does not know such files
   * @throws IOException with one sentence when the file is damaged or does not fit into memory
   */
  static <T> T explained(Path file, String format, Decoding<T> decoding) throws IOException {
    try {
      return decoding.now();
    } catch (IOException | RuntimeException damaged) {
      throw sentence(file, format, damaged);
    } catch (OutOfMemoryError tooLarge) {
      throw new IOException(
          file + " does not fit into memory; crop it, or give Java more memory.", tooLarge);
    }
  }

  private static IOException sentence(Path file, String format, Exception damaged) {
    String message = String.valueOf(damaged.getMessage());
    if (damaged instanceof IOException && message.startsWith(file.toString()))
      return (IOException) damaged;
    String detail = message;
    for (Throwable cause = damaged; cause != null; cause = cause.getCause()) {
      if (cause instanceof EOFException)
        return new IOException(file + " is cut off before its end; copy it again.", damaged);
      detail = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
    String sentence =
        String.format(
            Locale.ROOT,
            "%s is a %s file that cannot be decoded (%s); export it again, as PNG or plain TIFF.",
            file,
            format.toUpperCase(Locale.ROOT),
            detail.split("\\R")[0]);
    return detail.matches("(?is).*(unsupported|not supported).*")
        ? new UnsupportedPictureException(sentence, damaged)
        : new IOException(sentence, damaged);
  }
}
