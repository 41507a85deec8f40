package sc.fiji.cavga.read.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** A file's first bytes, which tell its format; names only claim it. */
public final class FileBytes {

  /** How many tell the format. */
  public static final int ENOUGH = 132;

  private final byte[] first;

  private FileBytes(byte[] first) {
    this.first = first;
  }

  /** Those that somebody else has read, {@link #ENOUGH} of them where there are as many. */
  public static FileBytes of(byte... first) {
    return new FileBytes(first.clone());
  }

  /** Empty when the file cannot be read, so that no reader accepts it. */
  public static FileBytes ofReadable(Path file) {
    try {
      return of(file);
    } catch (IOException unreadable) {
      return new FileBytes(new byte[0]);
    }
  }

  /**
   * @throws IOException with one sentence when the file is missing, empty, unreadable, or no file
   *     but a folder, pipe or device, from which reading might never end
   */
  public static FileBytes of(Path file) throws IOException {
    if (Files.isDirectory(file)) throw new IOException(file + " is a folder; name a picture file.");
    if (Files.exists(file) && !Files.isRegularFile(file))
      throw new IOException(file + " is a pipe or a device, not a file; name a picture file.");
    try (InputStream in = Files.newInputStream(file)) {
      byte[] first = in.readNBytes(ENOUGH);
      if (first.length == 0) throw new IOException(file + " is empty; copy it again.");
      return new FileBytes(first);
    } catch (NoSuchFileException missing) {
      throw new IOException(file + " does not exist; check the name.", missing);
    } catch (AccessDeniedException denied) {
      throw new IOException(file + " may not be read; check its permissions.", denied);
    } catch (FileSystemException other) {
      String reason = other.getReason() == null ? "" : " (" + other.getReason() + ")";
      throw new IOException(file + " cannot be opened" + reason + "; copy it again.", other);
    }
  }

  public boolean startWith(int... bytes) {
    if (first.length < bytes.length) return false;
    for (int i = 0; i < bytes.length; i++) if ((first[i] & 0xff) != bytes[i]) return false;
    return true;
  }

  public boolean hold(String text, int at) {
    byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
    return first.length >= at + wanted.length
        && Arrays.equals(Arrays.copyOfRange(first, at, at + wanted.length), wanted);
  }

  /** Whether a person could read them: no control characters but those that end lines. */
  public boolean areText() {
    for (byte b : first) if (b >= 0 && b < 32 && b != 9 && b != 10 && b != 13) return false;
    return true;
  }
}
