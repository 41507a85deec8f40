package sc.fiji.cavga.toy;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.real.FloatType;
import sc.fiji.cavga.dataset.Sample;
import sc.fiji.cavga.picture.Picture;
import sc.fiji.cavga.train.DrawnSample;

/** A folder with a normal, an anomalous and a black picture. */
final class ToyPictures {

  private ToyPictures() {}

  static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    write(folder.resolve("a.png"), DrawnSample.normals(40).get(39));
    write(folder.resolve("b.png"), DrawnSample.anomalous(1).get(0));
    save(folder.resolve("c.png"), new ColorProcessor(20, 20, new int[400]));
  }

  private static void write(Path file, Sample sample) throws IOException {
    Picture picture = sample.picture();
    ColorProcessor colours = new ColorProcessor(picture.width(), picture.height());
    RandomAccess<FloatType> pixels = picture.pixels().randomAccess();
    for (int y = 0; y < picture.height(); y++)
      for (int x = 0; x < picture.width(); x++) {
        int rgb = 0;
        for (int c = 0; c < 3; c++)
          rgb = rgb << 8 | Math.round(255 * pixels.setPositionAndGet(x, y, c).get());
        colours.set(x, y, rgb);
      }
    save(file, colours);
  }

  private static void save(Path file, ColorProcessor colours) {
    new FileSaver(new ImagePlus("", colours)).saveAsPng(file.toString());
  }
}
