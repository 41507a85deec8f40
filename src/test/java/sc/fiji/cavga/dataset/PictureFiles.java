package sc.fiji.cavga.dataset;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.io.Opener;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.imglib2.img.array.ArrayImgs;
import sc.fiji.cavga.image.ImageReader;
import sc.fiji.cavga.image.Picture;
import sc.fiji.cavga.image.PixelSize;

/** Small picture files, and a reader that takes one plane of eight bits or fails. */
final class PictureFiles {

  private PictureFiles() {}

  /** A grey PNG whose pixels are all the same. */
  static Path png(Path file, int width, int height, int grey) throws IOException {
    byte[] pixels = new byte[width * height];
    java.util.Arrays.fill(pixels, (byte) grey);
    return png(file, width, height, pixels);
  }

  static Path png(Path file, int width, int height, byte[] pixels) throws IOException {
    Files.createDirectories(file.getParent());
    ImagePlus image = new ImagePlus("", new ByteProcessor(width, height, pixels));
    if (!new FileSaver(image).saveAsPng(file.toString())) throw new IOException(file.toString());
    return file;
  }

  static ImageReader reader() {
    return new ImageReader() {
      @Override
      public boolean accepts(Path file) {
        return true;
      }

      @Override
      public List<Picture> read(Path file) throws IOException {
        ImagePlus image = null;
        if (Files.isRegularFile(file) && Files.size(file) > 8)
          image = new Opener().openImage(file.toString());
        if (image == null) throw new IOException("No picture in " + file + ".");
        Picture[] pictures = new Picture[image.getStackSize()];
        for (int i = 0; i < pictures.length; i++)
          pictures[i] = picture(file, image.getStack().getProcessor(i + 1));
        return List.of(pictures);
      }
    };
  }

  private static Picture picture(Path file, ImageProcessor from) {
    float[] values = new float[from.getPixelCount()];
    for (int i = 0; i < values.length; i++) values[i] = from.getf(i) / 255f;
    return new Picture(
        file.getFileName().toString(),
        ArrayImgs.floats(values, from.getWidth(), from.getHeight(), 1),
        PixelSize.UNKNOWN);
  }
}
