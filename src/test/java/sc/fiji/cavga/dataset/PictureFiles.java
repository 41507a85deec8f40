package sc.fiji.cavga.dataset;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small picture files. */
public final class PictureFiles {

  private PictureFiles() {}

  /** A grey PNG whose pixels are all the same. */
  public static Path png(Path file, int width, int height, int grey) throws IOException {
    byte[] pixels = new byte[width * height];
    java.util.Arrays.fill(pixels, (byte) grey);
    return png(file, width, height, pixels);
  }

  public static Path png(Path file, int width, int height, byte[] pixels) throws IOException {
    Files.createDirectories(file.getParent());
    ImagePlus image = new ImagePlus("", new ByteProcessor(width, height, pixels));
    if (!new FileSaver(image).saveAsPng(file.toString())) throw new IOException(file.toString());
    return file;
  }
}
