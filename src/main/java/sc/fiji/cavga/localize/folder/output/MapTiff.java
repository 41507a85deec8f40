package sc.fiji.cavga.localize.folder.output;

import ij.ImageJ;
import ij.io.FileInfo;
import ij.io.TiffEncoder;
import java.io.IOException;
import java.nio.file.Path;
import sc.fiji.cavga.io.AtomicFile;
import sc.fiji.cavga.io.OutputMark;
import sc.fiji.cavga.localize.Localization;
import sc.fiji.cavga.localize.MapPixels;
import sc.fiji.cavga.localize.Selections;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.render.HeatMap;

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
    FileInfo info = new FileInfo();
    info.fileFormat = FileInfo.TIFF;
    info.fileType = FileInfo.GRAY32_FLOAT;
    info.width = localization.width();
    info.height = localization.height();
    info.pixels = MapPixels.of(localization.map());
    info.pixelWidth = pixelSize.width();
    info.pixelHeight = pixelSize.height();
    info.unit = pixelSize.unit();
    info.description =
        String.join(
            "\n",
            "ImageJ=" + ImageJ.VERSION,
            "unit=" + ascii(pixelSize.unit()),
            "min=0.0",
            "max=" + HeatMap.TOP,
            "software=" + OutputMark.TEXT,
            localization
                .turned()
                .map(text -> Selections.ORIENTATION + "=" + text + "\n")
                .orElse(""));
    AtomicFile.write(target, out -> new TiffEncoder(info).write(out));
  }

  /** As ImageJ writes it: descriptions have no other letters. */
  private static String ascii(String unit) {
    return unit.replace("\u00b5", "u").replaceAll("[^ -~]", "?");
  }
}
