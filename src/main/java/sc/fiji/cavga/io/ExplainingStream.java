package sc.fiji.cavga.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A buffered stream into a temporary file whose failures, a full disk above all, speak of the file
 * that the user asked for. Failures of whoever computes the content pass through as they are.
 */
final class ExplainingStream extends OutputStream {

  private final Path target;
  private final OutputStream out;

  ExplainingStream(Path target, Path temporary) throws IOException {
    this.target = target;
    try {
      this.out = new BufferedOutputStream(Files.newOutputStream(temporary), 1 << 16);
    } catch (IOException e) {
      throw explained(target, e);
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      throw explained(target, e);
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException e) {
      throw explained(target, e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      out.close();
    } catch (IOException e) {
      throw explained(target, e);
    }
  }

  /** What to do about a file that cannot be written, in one sentence. */
  static IOException explained(Path target, IOException e) {
    String what = target + " cannot be written: ";
    if (e instanceof AccessDeniedException)
      return new IOException(what + "choose a folder that you may write to.", e);
    if (e instanceof NoSuchFileException)
      return new IOException(what + "its folder has gone, create it again.", e);
    return new IOException(
        what + "check the folder and the free space on its disk" + reason(e) + ".", e);
  }

  /** What the system says, in brackets behind a space; empty where it says nothing. */
  static String reason(IOException e) {
    String reason =
        e instanceof FileSystemException ? ((FileSystemException) e).getReason() : e.getMessage();
    return reason == null ? "" : " (" + reason.strip().replaceFirst("\\.$", "") + ")";
  }
}
