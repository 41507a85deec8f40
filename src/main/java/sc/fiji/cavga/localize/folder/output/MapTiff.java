package sc.fiji.cavga.localize.folder.output;

import ij.io.FileInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.cavga.localize.Localization;
import sc.fiji.cavga.localize.MapPixels;
import sc.fiji.cavga.localize.Selections;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.render.FloatTiff;

/** Maps as TIFF files of 32-bit floats, which ImageJ opens with the fixed range of the heat map. */
public final class MapTiff {

  private MapTiff() {}

  /**
   * Writes a file whole or not at all.
   *
   * @throws IOException with one sentence that names the file and says what to do
   */
  public static void write(Path target, Localization localization) throws IOException {
    PixelSize pixelSize = localization.pixelSize();
    FileInfo info =
        FloatTiff.info(
            localization.width(), localization.height(), MapPixels.of(localization.map()));
    info.pixelWidth = pixelSize.width();
    info.pixelHeight = pixelSize.height();
    info.unit = pixelSize.unit();
    List<String> lines = new ArrayList<>(List.of("unit=" + ascii(pixelSize.unit())));
    localization.turned().ifPresent(text -> lines.add(Selections.ORIENTATION + "=" + text));
    FloatTiff.write(target, info, lines.toArray(new String[0]));
  }

  /** As ImageJ writes it: descriptions have no other letters. */
  private static String ascii(String unit) {
    return unit.replace("\u00b5", "u").replaceAll("[^ -~]", "?");
  }
}
