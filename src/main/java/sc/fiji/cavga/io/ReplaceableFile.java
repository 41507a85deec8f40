package sc.fiji.cavga.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;

/**
 * Asks, before anything is computed, whether a file may be written where one is already: only one
 * of the same kind, as its extension says, is ever replaced, and only when that was asked for.
 */
public final class ReplaceableFile {

  private ReplaceableFile() {}

  /**
   * @param file to be written; where there is none, it may
   * @param extension of the files of its kind, with the dot
   * @param overwrite whether it was asked for
   * @throws IOException with one sentence when it may not, or has no name before the extension
   */
  public static void require(Path file, String extension, boolean overwrite) throws IOException {
    if (String.valueOf(file.getFileName()).equalsIgnoreCase(extension))
      throw new IOException(
          file + " has no name before " + extension + ", which hides it: give it one.");
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) return;
    if (Files.isDirectory(file))
      throw new IOException(file + " is a folder: give the name of a file.");
    if (!file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(extension))
      throw new IOException(
          file + " is there and is no " + extension + " file, so it stays: give another name.");
    if (!overwrite)
      throw new IOException(file + " is there already: give another name, or overwrite it.");
    if (isProtected(file))
      throw new IOException(
          file + " is read-only, so it stays: give another name, or allow it to be written.");
  }

  /**
   * What is read is never replaced by what is made of it, whatever was asked for and however both
   * are named.
   *
   * @param source that is read; need not be there
   * @param file to be written
   * @throws IOException with one sentence when they are the same file
   */
  public static void requireOther(Path source, Path file) throws IOException {
    if (Files.exists(source) && Files.exists(file) && Files.isSameFile(source, file))
      throw new IOException(file + " is the file that is read, so it stays: give another name.");
  }

  /** Also for those who may write everything. */
  private static boolean isProtected(Path file) throws IOException {
    PosixFileAttributeView posix =
        Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    return !Files.isWritable(file)
        || posix != null
            && !posix.readAttributes().permissions().contains(PosixFilePermission.OWNER_WRITE);
  }
}
