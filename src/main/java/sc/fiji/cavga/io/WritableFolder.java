package sc.fiji.cavga.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Asks whether results can be written before they are computed. */
public final class WritableFolder {

  private WritableFolder() {}

  /**
   * Makes the folder where it is missing.
   *
   * @throws IOException with one sentence when nothing can be written there
   */
  public static void require(Path folder) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder))
      throw new IOException(folder + " is a file, but results need a folder; choose another name.");
    try {
      // Asked first, because createDirectories refuses a symbolic link to a folder.
      if (!Files.isDirectory(folder)) Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".cavga-", ".part"));
    } catch (IOException e) {
      throw new IOException(
          "The output folder "
              + folder
              + " cannot be written; choose a folder that you may write to.",
          e);
    }
  }
}
