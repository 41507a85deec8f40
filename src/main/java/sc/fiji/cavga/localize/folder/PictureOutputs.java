package sc.fiji.cavga.localize.folder;

import ij.gui.Roi;
import ij.process.ByteProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.cavga.io.AtomicFile;
import sc.fiji.cavga.localize.Localization;
import sc.fiji.cavga.localize.OverlayPicture;
import sc.fiji.cavga.localize.Selections;
import sc.fiji.cavga.localize.folder.output.MapTiff;
import sc.fiji.cavga.localize.folder.output.OutputFolder;
import sc.fiji.cavga.localize.folder.output.RoiArchive;
import sc.fiji.cavga.model.examination.LabelImage;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.render.PngFile;

/** The files that a folder run writes of each picture. */
final class PictureOutputs {

  private final OutputFolder folder;
  private final FolderOptions options;

  PictureOutputs(OutputFolder folder, FolderOptions options) {
    this.folder = folder;
    this.options = options;
  }

  /**
   * @return the kinds of files that were written, but not for every picture
   * @throws IOException with one sentence when a file cannot be written
   */
  List<String> write(String name, Picture picture, Localization localization) throws IOException {
    if (options.maps()) MapTiff.write(folder.map(name), localization);
    if (options.overlays()) OverlayPicture.write(folder.overlay(name), picture, localization);
    List<String> kinds = new ArrayList<>();
    for (LabelImage labels : localization.prediction().labels()) {
      AtomicFile.write(
          folder.labels(labels.name(), name),
          out ->
              PngFile.write(
                  new ByteProcessor(labels.width(), labels.height(), labels.labels()), out));
      kinds.add(labels.name());
    }
    if (!options.rois()) return kinds;
    List<Roi> selections = Selections.of(localization);
    // ImageJ takes an archive without selections for a damaged one.
    if (selections.isEmpty()) Files.deleteIfExists(folder.rois(name));
    else {
      RoiArchive.write(folder.rois(name), selections);
      kinds.add(OutputFolder.ROIS);
    }
    return kinds;
  }

  /**
   * Whether all files are there that {@link #write} would write.
   *
   * @param kinds what it returned
   */
  boolean exist(String name, List<String> kinds) {
    for (String kind : kinds) {
      boolean selections = kind.equals(OutputFolder.ROIS);
      Path file = selections ? folder.rois(name) : folder.labels(kind, name);
      if (!(selections && !options.rois()) && !Files.isRegularFile(file)) return false;
    }
    return (!options.maps() || Files.isRegularFile(folder.map(name)))
        && (!options.overlays() || Files.isRegularFile(folder.overlay(name)));
  }
}
