package sc.fiji.cavga.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.cavga.read.PictureReader;

class PictureContentTest {

  @TempDir Path folder;

  /** Noise, as every photograph has. */
  private static ColorProcessor noise(int width, int height, long seed) {
    Random random = new Random(seed);
    ColorProcessor pixels = new ColorProcessor(width, height);
    for (int i = 0; i < width * height; i++) pixels.set(i, random.nextInt(1 << 24));
    return pixels;
  }

  private Optional<String> hash(String name, ColorProcessor pixels) throws Exception {
    Path file = folder.resolve(name);
    FileSaver saver = new FileSaver(new ImagePlus("", pixels));
    assertTrue(name.endsWith("png") ? saver.saveAsPng("" + file) : saver.saveAsTiff("" + file));
    return PictureContent.hash(PictureReader.standard().read(file).get(0));
  }

  @Test
  void aPhotographIsKnownAgainInAnotherFileOfAnotherFormat() throws Exception {
    Optional<String> one = hash("a.png", noise(40, 30, 1));
    assertEquals(PictureContent.DIGITS, one.orElseThrow().length());
    assertEquals(one, hash("b.tif", noise(40, 30, 1)));
    assertNotEquals(one, hash("c.png", noise(40, 30, 2)));
    ColorProcessor turned = noise(30, 40, 1);
    assertNotEquals(one, hash("d.png", turned), "the same values in another shape");
  }

  @Test
  void largePhotographsDifferByTheirNoise() throws Exception {
    Optional<String> one = hash("a.png", noise(1500, 1030, 1));
    assertEquals(one, hash("b.png", noise(1500, 1030, 1)));
    assertNotEquals(one, hash("c.png", noise(1500, 1030, 2)));
  }

  @Test
  void nothingTellsOneBlackPictureFromAnother() throws Exception {
    assertEquals(Optional.empty(), hash("a.png", new ColorProcessor(20, 20)));
  }
}
