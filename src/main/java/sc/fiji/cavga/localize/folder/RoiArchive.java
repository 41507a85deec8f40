package sc.fiji.cavga.localize.folder;

import ij.io.RoiEncoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import sc.fiji.cavga.io.AtomicFile;
import sc.fiji.cavga.localize.Region;

/** Regions as a zip of ImageJ selections, which the ROI Manager opens. */
final class RoiArchive {

  private RoiArchive() {}

  /**
   * Writes a file whole or not at all; the same regions give the same bytes.
   *
   * @param regions at least one
   * @throws IOException with one sentence that names the file and says what to do
   */
  static void write(Path target, List<Region> regions) throws IOException {
    AtomicFile.write(
        target,
        out -> {
          ZipOutputStream zip = new ZipOutputStream(out);
          for (Region region : regions) {
            ZipEntry entry = new ZipEntry(region.name() + ".roi");
            entry.setTime(0);
            zip.putNextEntry(entry);
            zip.write(RoiEncoder.saveAsByteArray(region.roi()));
            zip.closeEntry();
          }
          zip.finish();
        });
  }
}
