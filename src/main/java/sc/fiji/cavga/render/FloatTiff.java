package sc.fiji.cavga.render;

import ij.ImageJ;
import ij.io.FileInfo;
import ij.io.TiffEncoder;
import java.io.IOException;
import java.nio.file.Path;
import sc.fiji.cavga.io.AtomicFile;
import sc.fiji.cavga.io.OutputMark;

/** TIFF files of 32-bit floats, which ImageJ opens with the fixed range of the heat map. */
public final class FloatTiff {

  private FloatTiff() {}

  /**
   * What ImageJ is told of an image.
   *
   * @param slices [H,W] each, the same size; none where the pixels are given otherwise
   */
  public static FileInfo info(int width, int height, float[]... slices) {
    FileInfo info = new FileInfo();
    info.fileFormat = FileInfo.TIFF;
    info.fileType = FileInfo.GRAY32_FLOAT;
    info.width = width;
    info.height = height;
    if (slices.length == 0) return info;
    info.nImages = slices.length;
    info.pixels = slices.length == 1 ? slices[0] : slices;
    return info;
  }

  /**
   * Writes a file whole or not at all.
   *
   * @param lines of the description, which say more than {@code info} can
   * @throws IOException with one sentence that names the file and says what to do
   */
  public static void write(Path target, FileInfo info, String... lines) throws IOException {
    info.description = description(lines);
    AtomicFile.write(target, out -> new TiffEncoder(info).write(out));
  }

  /** What ImageJ reads as properties of the image, and others as a text. */
  static String description(String... lines) {
    return String.join(
        "\n",
        "ImageJ=" + ImageJ.VERSION,
        String.join("\n", lines),
        "min=0.0",
        "max=" + HeatMap.TOP,
        "software=" + OutputMark.TEXT,
        "");
  }
}
