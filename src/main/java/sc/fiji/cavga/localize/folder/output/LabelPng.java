package sc.fiji.cavga.localize.folder.output;

import ij.process.ByteProcessor;
import java.io.IOException;
import java.nio.file.Path;
import sc.fiji.cavga.io.AtomicFile;
import sc.fiji.cavga.model.examination.LabelImage;
import sc.fiji.cavga.render.PngFile;

/** Label images as PNG files of 8 bits. */
public final class LabelPng {

  private LabelPng() {}

  /**
   * Writes a file whole or not at all.
   *
   * @throws IOException with one sentence that names the file and says what to do
   */
  public static void write(Path target, LabelImage labels) throws IOException {
    AtomicFile.writeUnforced(
        target,
        out ->
            PngFile.writeResult(
                new ByteProcessor(labels.width(), labels.height(), labels.labels())
                    .getBufferedImage(),
                out));
  }
}
