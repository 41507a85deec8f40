package sc.fiji.cavga.localize.folder;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;

/** Picture files that tests make, and where the real ones are. */
final class Photographs {

  private Photographs() {}

  /** The folder of real pictures, or the test is skipped. */
  static Path real(String name) {
    Path folder = Paths.get("..", "shared", "data", name);
    Assumptions.assumeTrue(Files.isDirectory(folder), folder + " is not here");
    return folder;
  }

  /** Grey with a white square whose upper left corner is at (left, top). */
  static Path write(Path file, int width, int height, int left, int top) throws IOException {
    return write(file, width, height, TinyModel.rectangle(left, top, width / 4, height / 4));
  }

  static Path grey(Path file, int width, int height) throws IOException {
    return write(file, width, height, (x, y) -> 0.5);
  }

  private static Path write(Path file, int width, int height, TinyModel.Grey grey)
      throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++)
        image.setRGB(x, y, 0x010101 * (int) Math.round(255 * grey.at(x, y)));
    Files.createDirectories(file.getParent());
    String name = file.getFileName().toString();
    ImageIO.write(image, name.endsWith("bmp") ? "bmp" : "png", file.toFile());
    return file;
  }

  /** A stack of 8-bit slices, the i-th with a white square i times 8 pixels from the left. */
  static Path stack(Path file, int slices) throws IOException {
    ImageStack stack = new ImageStack(64, 48);
    for (int i = 0; i < slices; i++) {
      ByteProcessor slice = new ByteProcessor(64, 48);
      slice.setValue(128);
      slice.fill();
      slice.setValue(255);
      slice.setRoi(8 * i, 16, 16, 16);
      slice.fill();
      stack.addSlice(slice);
    }
    Files.createDirectories(file.getParent());
    ImagePlus image = new ImagePlus("stack", stack);
    if (slices == 1) new FileSaver(image).saveAsTiff(file.toString());
    else new FileSaver(image).saveAsTiffStack(file.toString());
    return file;
  }
}
