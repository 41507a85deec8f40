package sc.fiji.cavga.command.input;

import ij.ImagePlus;
import ij.io.FileInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import sc.fiji.cavga.read.PictureReader;
import sc.fiji.cavga.read.file.PictureFile;

/** The file that ImageJ has opened an image from: ImageJ reads some otherwise than this program. */
final class FileBehindImage {

  private FileBehindImage() {}

  /**
   * What a folder run would have changed on reading the file, in one sentence; empty where it reads
   * it as ImageJ does, or there is no file.
   */
  static String note(ImagePlus image) {
    FileInfo info = image.getOriginalFileInfo();
    if (info == null || info.fileName == null || info.directory == null) return "";
    try {
      Path file = Paths.get(info.directory, info.fileName);
      if (info.directory.isEmpty() || !Files.isRegularFile(file)) return "";
      List<String> changes = changes(file);
      if (changes.isEmpty()) return "";
      return "A folder run reads its file otherwise than File > Open... of ImageJ: "
          + String.join(" ", changes)
          + " Open Fundus Photograph... opens it as a folder run reads it.";
    } catch (IOException | InvalidPathException unreadable) {
      // ImageJ could open it, and what it has opened is looked at.
      return "";
    }
  }

  /** Of the first picture. */
  private static List<String> changes(Path file) throws IOException {
    try (PictureFile pictures = PictureReader.standard().open(file)) {
      return pictures.picture(0).changes();
    }
  }
}
