package sc.fiji.cavga.phantom;

import ij.ImagePlus;
import ij.plugin.JpegWriter;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import net.imglib2.Cursor;
import net.imglib2.img.Img;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import sc.fiji.cavga.io.AtomicFile;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.picture.PixelSize;
import sc.fiji.cavga.render.PngFile;
import sc.fiji.cavga.render.ReducedPhotograph;

/** One synthetic photograph, with the truth about it. */
public final class Phantom {

  private static final int JPEG_QUALITY = 95;

  private final Img<FloatType> pixels;
  private final Img<BitType> mask;

  Phantom(Img<FloatType> pixels, Img<BitType> mask) {
    this.pixels = Objects.requireNonNull(pixels);
    this.mask = Objects.requireNonNull(mask);
  }

  /** Axes (X,Y,C), red, green and blue from 0 to 1, whole multiples of 1/255. */
  public Img<FloatType> pixels() {
    return pixels;
  }

  /** The pixels as ImageJ's 24-bit colours, a new copy. */
  public ColorProcessor colours() {
    return ReducedPhotograph.of(new Picture("phantom", pixels, PixelSize.UNKNOWN));
  }

  /** Axes (X,Y); set where the anomaly changes the picture, empty in a healthy eye. */
  public Img<BitType> mask() {
    return mask;
  }

  /** Whole or not at all, as is the mask. */
  public void writeJpeg(Path file) throws IOException {
    writeJpeg(file, JPEG_QUALITY);
  }

  /**
   * @param quality 0 to 100
   */
  void writeJpeg(Path file, int quality) throws IOException {
    ImagePlus picture = new ImagePlus("phantom", colours());
    AtomicFile.write(
        file,
        ".jpg",
        temporary -> {
          String error = JpegWriter.save(picture, temporary.toString(), quality);
          if (error != null) throw new IOException(file + " cannot be written: " + error);
        });
  }

  void writeMask(Path file) throws IOException {
    ByteProcessor grey = greyMask();
    AtomicFile.write(file, out -> PngFile.write(grey, out));
  }

  /** The mask as 0 and 255. */
  ByteProcessor greyMask() {
    int width = (int) mask.dimension(0);
    byte[] values = new byte[width * (int) mask.dimension(1)];
    Cursor<BitType> cursor = Views.flatIterable(mask).cursor();
    for (int i = 0; i < values.length; i++) values[i] = (byte) (cursor.next().get() ? 255 : 0);
    return new ByteProcessor(width, values.length / width, values);
  }
}
