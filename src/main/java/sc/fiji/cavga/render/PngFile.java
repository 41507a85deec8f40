package sc.fiji.cavga.render;

import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures as PNG files, on disk or in memory. */
public final class PngFile {

  private PngFile() {}

  /** Writes a picture; the stream stays open. */
  public static void write(ImageProcessor picture, OutputStream out) throws IOException {
    write(picture.getBufferedImage(), out);
  }

  /** Writes a picture that was drawn with AWT; the stream stays open. */
  public static void write(BufferedImage picture, OutputStream out) throws IOException {
    if (!ImageIO.write(picture, "png", out)) throw new IOException("This Java writes no PNG.");
  }

  /**
   * A whole file in memory.
   *
   * @param rgb [H,W], red, green and blue in the lower 24 bits
   */
  public static byte[] bytes(int[] rgb, int width) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      write(new ColorProcessor(width, rgb.length / width, rgb), png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png.toByteArray();
  }
}
