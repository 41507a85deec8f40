package sc.fiji.cavga.evaluate;

import ij.io.FileInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import sc.fiji.cavga.render.FloatTiff;

/**
 * What the pixel metrics of a test picture are computed from, as a TIFF stack of 32-bit floats at
 * the network's size, so that others can compute them too. The first slice is the calibrated map,
 * NaN outside the field of view. The second is 1 where the picture is anomalous and 0 where it is
 * normal; without it, nothing is known about the pixels.
 */
final class MapStack {

  private MapStack() {}

  /**
   * The file of a test picture.
   *
   * @param row of the picture in the table of the scores, from 1
   */
  static Path file(Path folder, int row) {
    return folder.resolve(String.format(Locale.ROOT, "%06d.tif", row));
  }

  /** Whether a file has the name of one. */
  static boolean isName(Path file) {
    return file.getFileName().toString().matches("\\d{6,}\\.tif");
  }

  /**
   * Writes a file whole or not at all.
   *
   * @param map [H,W]
   * @param mask [H,W]; null where nothing is known
   * @throws IOException with one sentence that names the file and says what to do
   */
  static void write(Path target, float[] map, boolean[] mask) throws IOException {
    int size = (int) Math.round(Math.sqrt(map.length));
    FileInfo info =
        mask == null
            ? FloatTiff.info(size, size, map)
            : FloatTiff.info(size, size, map, truth(mask));
    FloatTiff.write(target, info, "images=" + info.nImages, "slices=" + info.nImages);
  }

  private static float[] truth(boolean[] mask) {
    float[] truth = new float[mask.length];
    for (int i = 0; i < truth.length; i++) truth[i] = mask[i] ? 1 : 0;
    return truth;
  }
}
