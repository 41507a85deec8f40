package sc.fiji.cavga.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes a file so that it is either whole or as it was before: the content goes to a temporary
 * file in the same folder, is forced to the disk, and takes the target's name in one move. When
 * writing fails the temporary file is removed and an earlier file of that name stays.
 *
 * <p>On Windows a file that a program has open cannot be replaced. Virus scanners and indexers open
 * new files for a moment: so it is tried again for about a second.
 */
public final class AtomicFile {

  /** Milliseconds until the second try; each later one waits twice as long. */
  private static final long FIRST_PAUSE = 10;

  private static final long LONGEST_PAUSE = 500;

  /** A file that is there and cannot be replaced now: another program has it open. */
  public static final class HeldOpenException extends IOException {

    private static final long serialVersionUID = 1L;

    HeldOpenException(String message, IOException cause) {
      super(message, cause);
    }
  }

  /** Writes a file's content to a stream, which it need not close. */
  public interface StreamContent {
    void write(OutputStream out) throws IOException;
  }

  /** Writes a file's content to a path, for writers that take nothing else. */
  public interface PathContent {
    void write(Path temporary) throws IOException;
  }

  private AtomicFile() {}

  /**
   * Writes a file from a stream; the target's folder is created where it is missing.
   *
   * @throws IOException with one sentence that names the file and says what to do, or whatever the
   *     content throws
   */
  public static void write(Path target, StreamContent content) throws IOException {
    write(target, "", toStream(target, content), true);
  }

  /**
   * The same without forcing it to the disk, for one of thousands of files that can be made again:
   * a power cut soon afterwards may leave it empty.
   */
  public static void writeUnforced(Path target, StreamContent content) throws IOException {
    write(target, "", toStream(target, content), false);
  }

  private static PathContent toStream(Path target, StreamContent content) {
    return temporary -> {
      try (OutputStream out = new ExplainingStream(target, temporary)) {
        content.write(out);
      }
    };
  }

  /** Writes a text in UTF-8; errors as in {@link #write(Path, StreamContent)}. */
  public static void writeText(Path target, String text) throws IOException {
    write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Writes a file by a writer that wants a path.
   *
   * @param extension of the temporary file with its dot, such as ".tif", for writers that look at
   *     it
   * @throws IOException with one sentence that names the file and says what to do, or whatever the
   *     content throws
   */
  public static void write(Path target, String extension, PathContent content) throws IOException {
    write(target, extension, content, true);
  }

  private static void write(Path target, String extension, PathContent content, boolean forced)
      throws IOException {
    Path absolute = target.toAbsolutePath();
    Path temporary = createBeside(absolute, extension);
    try {
      content.write(temporary);
      moveInto(absolute, temporary, forced);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static Path createBeside(Path target, String extension) throws IOException {
    Path folder = target.getParent();
    if (folder == null || Files.isDirectory(target))
      throw new IOException(target + " is a folder: give the name of a file.");
    try {
      // Asked first, because createDirectories refuses a symbolic link to a folder.
      if (!Files.isDirectory(folder)) Files.createDirectories(folder);
      return Files.createFile(folder.resolve(".cavga-" + UUID.randomUUID() + ".part" + extension));
    } catch (IOException e) {
      throw ExplainingStream.explained(target, e);
    }
  }

  private static void moveInto(Path target, Path temporary, boolean forced) throws IOException {
    try {
      if (forced)
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
    } catch (IOException e) {
      throw ExplainingStream.explained(target, e);
    }
    move(temporary, target);
  }

  /**
   * Gives a file another name of the same disk, that of an earlier file too, which is replaced.
   *
   * @throws HeldOpenException with one sentence when another program has the earlier file open
   * @throws IOException with one sentence that names the file and says what to do
   */
  public static void move(Path from, Path to) throws IOException {
    for (long pause = FIRST_PAUSE; ; pause *= 2)
      try {
        try {
          Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
          Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
        return;
      } catch (NoSuchFileException gone) {
        throw ExplainingStream.explained(to, gone);
      } catch (FileSystemException e) {
        if (!Files.exists(to)) throw ExplainingStream.explained(to, e);
        if (pause > LONGEST_PAUSE || !waits(pause))
          throw new HeldOpenException(
              to
                  + " cannot be replaced"
                  + ExplainingStream.reason(e)
                  + ": close the program that has it open, such as a spreadsheet"
                  + " or a viewer, or allow the file to be written, and start again.",
              e);
      }
  }

  /** False when the thread is to end. */
  private static boolean waits(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
