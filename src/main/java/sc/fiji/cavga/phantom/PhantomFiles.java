package sc.fiji.cavga.phantom;

import ij.ImagePlus;
import ij.plugin.JpegWriter;
import ij.process.ByteProcessor;
import java.io.IOException;
import java.nio.file.Path;
import net.imglib2.Cursor;
import net.imglib2.img.Img;
import net.imglib2.type.logic.BitType;
import net.imglib2.view.Views;
import sc.fiji.cavga.io.AtomicFile;
import sc.fiji.cavga.render.PngFile;

/** Writes phantoms with ImageJ, each file whole or not at all. */
final class PhantomFiles {

  private static final int JPEG_QUALITY = 95;

  private PhantomFiles() {}

  static void writeJpeg(Phantom phantom, Path file) throws IOException {
    ImagePlus picture = new ImagePlus("phantom", phantom.colours());
    AtomicFile.write(
        file,
        ".jpg",
        temporary -> {
          String error = JpegWriter.save(picture, temporary.toString(), JPEG_QUALITY);
          if (error != null) throw new IOException(file + " cannot be written: " + error);
        });
  }

  static void writeMask(Phantom phantom, Path file) throws IOException {
    ByteProcessor mask = grey(phantom.mask());
    AtomicFile.write(file, out -> PngFile.write(mask, out));
  }

  /** The mask as 0 and 255. */
  static ByteProcessor grey(Img<BitType> mask) {
    int width = (int) mask.dimension(0);
    byte[] values = new byte[width * (int) mask.dimension(1)];
    Cursor<BitType> cursor = Views.flatIterable(mask).cursor();
    for (int i = 0; i < values.length; i++) values[i] = (byte) (cursor.next().get() ? 255 : 0);
    return new ByteProcessor(width, values.length / width, values);
  }
}
