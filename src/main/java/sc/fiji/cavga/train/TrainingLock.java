package sc.fiji.cavga.train;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import sc.fiji.cavga.model.training.TrainingFiles;

/**
 * Keeps other trainings, also those of other programs, from writing the same model while one does.
 * The lock is the operating system's, so that a killed training leaves none, only its empty file.
 */
final class TrainingLock implements AutoCloseable {

  private static final int ATTEMPTS = 5;

  private final Path file;
  private final FileChannel channel;

  private TrainingLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * @throws IOException with one sentence when another training has the lock
   */
  static TrainingLock of(TrainingFiles files) throws IOException {
    Path file = files.best().resolveSibling(".cavga-" + files.best().getFileName() + ".lock");
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      try {
        if (!lock(channel)) throw taken(files, null);
        if (owns(file, channel)) return new TrainingLock(file, channel);
        channel.close();
      } catch (OverlappingFileLockException sameProgram) {
        channel.close();
        throw taken(files, sameProgram);
      } catch (IOException e) {
        channel.close();
        throw e;
      }
    }
    throw taken(files, null);
  }

  /** True also where the file system knows no locks: training there must not fail for that. */
  private static boolean lock(FileChannel channel) {
    try {
      // Far behind the content, which others must be able to read on Windows too.
      FileLock lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
      return lock != null;
    } catch (IOException noLocks) {
      return true;
    }
  }

  /** Another training may have removed the file between its opening and its locking. */
  private static boolean owns(Path file, FileChannel channel) throws IOException {
    byte[] mark = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(mark), 0);
    try {
      return new String(mark, StandardCharsets.US_ASCII).equals(Files.readString(file));
    } catch (NoSuchFileException removed) {
      return false;
    }
  }

  private static IOException taken(TrainingFiles files, Exception cause) {
    return new IOException(
        "Another training is writing "
            + files.best()
            + "; wait for its end, or give this one another name.",
        cause);
  }

  @Override
  public void close() throws IOException {
    try {
      Files.deleteIfExists(file);
    } finally {
      channel.close();
    }
  }
}
