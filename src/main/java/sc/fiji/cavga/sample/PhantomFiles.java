package sc.fiji.cavga.sample;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.plugin.JpegWriter;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import net.imglib2.Cursor;
import net.imglib2.img.Img;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** Writes phantoms with ImageJ, each file aside first and then moved into place. */
final class PhantomFiles {

  private static final int JPEG_QUALITY = 95;

  private PhantomFiles() {}

  static void writeJpeg(Phantom phantom, Path file) throws IOException {
    ImagePlus picture = new ImagePlus("phantom", colours(phantom.pixels()));
    Path aside = aside(file, ".jpg");
    try {
      String error = JpegWriter.save(picture, aside.toString(), JPEG_QUALITY);
      if (error != null) throw new IOException(failure(file) + ": " + error);
      move(aside, file);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  static void writeMask(Phantom phantom, Path file) throws IOException {
    ImagePlus mask = new ImagePlus("mask", grey(phantom.mask()));
    Path aside = aside(file, ".png");
    try {
      if (!new FileSaver(mask).saveAsPng(aside.toString())) throw new IOException(failure(file));
      move(aside, file);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  /** The pixels as ImageJ's 24-bit colours. */
  static ColorProcessor colours(Img<FloatType> pixels) {
    int width = (int) pixels.dimension(0);
    int height = (int) pixels.dimension(1);
    int[] packed = new int[width * height];
    for (int c = 0; c < 3; c++) {
      Cursor<FloatType> cursor = Views.flatIterable(Views.hyperSlice(pixels, 2, c)).cursor();
      for (int i = 0; i < packed.length; i++)
        packed[i] = packed[i] << 8 | Math.round(cursor.next().get() * 255);
    }
    return new ColorProcessor(width, height, packed);
  }

  /** The mask as 0 and 255. */
  static ByteProcessor grey(Img<BitType> mask) {
    int width = (int) mask.dimension(0);
    byte[] values = new byte[width * (int) mask.dimension(1)];
    Cursor<BitType> cursor = Views.flatIterable(mask).cursor();
    for (int i = 0; i < values.length; i++) values[i] = (byte) (cursor.next().get() ? 255 : 0);
    return new ByteProcessor(width, values.length / width, values);
  }

  private static Path aside(Path file, String suffix) throws IOException {
    return Files.createTempFile(file.toAbsolutePath().getParent(), ".writing", suffix);
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String failure(Path file) {
    return "The file " + file + " could not be written; check that its folder can be written to";
  }
}
