package sc.fiji.cavga.method.disc.teaching.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.ShortProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntBinaryOperator;
import java.util.stream.Collectors;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.BitType;
import sc.fiji.cavga.dataset.PictureFiles;
import sc.fiji.cavga.method.disc.teaching.DiscSample;
import sc.fiji.cavga.read.PictureReader;

/** Small trees of pictures and outlines, and what is read from them. */
final class OutlineFiles {

  static final int WIDTH = 24;
  static final int HEIGHT = 20;

  private final Path root;

  OutlineFiles(Path root) {
    this.root = root;
  }

  /** A picture that is brighter to the right, of no other's content. */
  OutlineFiles picture(String name) throws IOException {
    return grey(name, WIDTH, HEIGHT, (x, y) -> 5 * x + Math.floorMod(name.hashCode(), 100));
  }

  OutlineFiles grey(String name, int width, int height, IntBinaryOperator value)
      throws IOException {
    byte[] pixels = new byte[width * height];
    for (int i = 0; i < pixels.length; i++)
      pixels[i] = (byte) value.applyAsInt(i % width, i / width);
    Path file = root.resolve(name);
    if (name.endsWith(".bmp")) {
      Files.createDirectories(file.getParent());
      ImagePlus image = new ImagePlus("", new ByteProcessor(width, height, pixels));
      if (!new FileSaver(image).saveAsBmp(file.toString())) throw new IOException(name);
    } else PictureFiles.png(file, width, height, pixels);
    return this;
  }

  OutlineFiles shorts(String name, IntBinaryOperator value) throws IOException {
    ShortProcessor pixels = new ShortProcessor(WIDTH, HEIGHT);
    for (int y = 0; y < HEIGHT; y++)
      for (int x = 0; x < WIDTH; x++) pixels.set(x, y, value.applyAsInt(x, y));
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    if (!new FileSaver(new ImagePlus("", pixels)).saveAsTiff(file.toString()))
      throw new IOException(name);
    return this;
  }

  /** White inside of a rectangle of pixels, the last ones excluded. */
  OutlineFiles mask(String name, int left, int top, int right, int bottom) throws IOException {
    return grey(
        name, WIDTH, HEIGHT, (x, y) -> x >= left && x < right && y >= top && y < bottom ? 255 : 0);
  }

  OutlineFiles text(String name, String... lines) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(lines));
    return this;
  }

  OutlinedPictures open() throws IOException {
    return OutlineLayouts.of(root).open(root, PictureReader.standard());
  }

  OutlinedPictures open(String layout) throws IOException {
    return OutlineLayouts.named(layout).open(root, PictureReader.standard());
  }

  static List<String> names(OutlinedPictures pictures) {
    return pictures.samples().stream().map(DiscSample::name).collect(Collectors.toList());
  }

  /** The rectangle that an outline fills: left, top, right and bottom, the last ones excluded. */
  static void assertRectangle(
      Optional<RandomAccessibleInterval<BitType>> outline,
      int left,
      int top,
      int right,
      int bottom) {
    RandomAccessibleInterval<BitType> inside = outline.orElseThrow();
    for (int y = 0; y < inside.dimension(1); y++)
      for (int x = 0; x < inside.dimension(0); x++)
        assertEquals(
            x >= left && x < right && y >= top && y < bottom,
            inside.getAt(x, y).get(),
            "at " + x + " " + y);
  }
}
