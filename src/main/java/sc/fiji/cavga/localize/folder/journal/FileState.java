package sc.fiji.cavga.localize.folder.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells whether a file has changed since an earlier run. */
public final class FileState {

  /** The state that no file has. */
  public static final FileState UNKNOWN = new FileState(-1, -1);

  final long size;
  final long modified;

  /**
   * @param size in bytes
   * @param modified in milliseconds since 1970
   */
  FileState(long size, long modified) {
    this.size = size;
    this.modified = modified;
  }

  /** Of a file that has gone, the state that no file has. */
  public static FileState of(Path file) {
    try {
      return new FileState(Files.size(file), Files.getLastModifiedTime(file).toMillis());
    } catch (IOException gone) {
      return UNKNOWN;
    }
  }

  /** Whether the file was not changed in between; two missing ones are not the same. */
  public boolean same(FileState other) {
    return size == other.size && modified == other.modified && size >= 0;
  }
}
