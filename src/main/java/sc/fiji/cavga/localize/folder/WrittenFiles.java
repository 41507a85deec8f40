package sc.fiji.cavga.localize.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import sc.fiji.cavga.localize.folder.output.OutputFolder;

/** Tells whether the files of an earlier run are still there. */
final class WrittenFiles {

  private final OutputFolder folder;
  private final FolderOptions options;

  WrittenFiles(OutputFolder folder, FolderOptions options) {
    this.folder = folder;
    this.options = options;
  }

  /**
   * Whether all files are there that a picture had, as far as they are wanted.
   *
   * @param kinds those that not every picture has
   */
  boolean exist(String name, List<String> kinds) {
    for (String kind : kinds) {
      boolean selections = kind.equals(OutputFolder.ROIS);
      Path file = selections ? folder.rois(name) : folder.labels(kind, name);
      if (!(selections && !options.rois()) && !Files.isRegularFile(file)) return false;
    }
    return (!options.maps() || Files.isRegularFile(folder.map(name)))
        && (!options.overlays()
            || Files.isRegularFile(folder.overlay(name, options.overlayFormat())));
  }
}
