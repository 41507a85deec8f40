package sc.fiji.cavga.localize.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import sc.fiji.cavga.dataset.FolderContents;
import sc.fiji.cavga.dataset.PictureFolder;
import sc.fiji.cavga.io.OutputMark;

/** The picture files that a run takes: a file, or all in a folder tree but those it writes. */
final class InputFiles {

  /** The folder that names are relative to. */
  final Path root;

  /** From the path relative to the root, with forward slashes, to the file; sorted. */
  final Map<String, Path> files;

  /** What is no picture that can be read, in one sentence; empty where there is nothing. */
  final String passedOver;

  /** Whether they are all pictures of a folder tree. */
  final boolean areOfFolder;

  /** How many were passed over, as CAVGA itself has written them. */
  final int results;

  private InputFiles(
      Path root, Map<String, Path> files, boolean areOfFolder, int results, String passedOver) {
    this.passedOver = passedOver;
    this.root = root;
    this.files = files;
    this.areOfFolder = areOfFolder;
    this.results = results;
  }

  /**
   * @param output where results go; need not exist
   * @throws IOException with one sentence when there is no picture, or when results would lie among
   *     the pictures
   */
  static InputFiles of(Path input, Path output) throws IOException {
    if (!Files.exists(input))
      throw new IOException("The input " + input + " does not exist; check the path.");
    Path real = input.toRealPath();
    Path realOutput = real(output);
    if (real.startsWith(realOutput))
      throw new IOException(
          "The output folder "
              + output
              + " holds the input, and results would mix with pictures; choose another output"
              + " folder.");
    if (!Files.isDirectory(real)) {
      if (OutputMark.isOnFile(real))
        throw new IOException(
            input + " was written by CAVGA and is no photograph; choose the photograph itself.");
      return new InputFiles(
          real.getParent(), Map.of(real.getFileName().toString(), real), false, 0, "");
    }
    Map<String, Path> files = new TreeMap<>();
    FolderContents contents = PictureFolder.contents(real, realOutput);
    for (Map.Entry<String, Path> file : contents.files().entrySet())
      if (!file.getValue().startsWith(realOutput)) files.put(file.getKey(), file.getValue());
    if (files.isEmpty()) throw new IOException(PictureFolder.noPictures(input, contents));
    return new InputFiles(real, files, true, contents.results(), contents.passedOver());
  }

  /** Without links, as far as the path exists. */
  private static Path real(Path path) throws IOException {
    Path absolute = path.toAbsolutePath().normalize();
    Path existing = absolute;
    while (existing != null && !Files.exists(existing)) existing = existing.getParent();
    return existing == null
        ? absolute
        : existing.toRealPath().resolve(existing.relativize(absolute)).normalize();
  }
}
