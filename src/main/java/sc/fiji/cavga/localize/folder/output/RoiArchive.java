package sc.fiji.cavga.localize.folder.output;

import ij.gui.Roi;
import ij.io.RoiEncoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import sc.fiji.cavga.io.AtomicFile;

/** Regions as a zip of ImageJ selections, which the ROI Manager opens. */
public final class RoiArchive {

  private RoiArchive() {}

  /**
   * Writes a file whole or not at all; the same selections give the same bytes.
   *
   * @param selections at least one, named
   * @throws IOException with one sentence that names the file and says what to do
   */
  public static void write(Path target, List<Roi> selections) throws IOException {
    AtomicFile.writeUnforced(
        target,
        out -> {
          ZipOutputStream zip = new ZipOutputStream(out);
          for (Roi selection : selections) {
            ZipEntry entry = new ZipEntry(selection.getName() + ".roi");
            entry.setTime(0);
            zip.putNextEntry(entry);
            zip.write(RoiEncoder.saveAsByteArray(selection));
            zip.closeEntry();
          }
          zip.finish();
        });
  }
}
