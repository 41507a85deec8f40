package sc.fiji.cavga.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.TiffDecoder;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.cavga.io.OutputMark;

class DeflatedTiffTest {

  /** A third has no value, a third is rounded and smooth, a third is anything. */
  private static float[] pixels(int width, int height) {
    SplittableRandom random = new SplittableRandom(7);
    float[] pixels = new float[width * height];
    for (int i = 0; i < pixels.length; i++) {
      int x = i % width;
      int y = i / width;
      double smooth = Math.rint(100 * (Math.sin(x / 40.0) + Math.cos(y / 25.0))) / 100;
      pixels[i] =
          3 * x < width
              ? Float.NaN
              : 3 * x < 2 * width ? (float) smooth : Float.intBitsToFloat(random.nextInt());
    }
    return pixels;
  }

  private static void write(Path file, float[] pixels, int width, double pixel, String... lines)
      throws IOException {
    FileInfo info = FloatTiff.info(width, pixels.length / width);
    info.pixelWidth = pixel;
    info.pixelHeight = 2 * pixel;
    DeflatedTiff.write(
        file, info, (y, values) -> System.arraycopy(pixels, y * width, values, 0, width), lines);
  }

  /** Of one strip and of several; wider than the window of deflate. */
  @ParameterizedTest
  @CsvSource({"1, 1", "7, 3", "300, 200", "1500, 1100", "20000, 60"})
  void imageJAndImageIoReadTheSameBits(int width, int height, @TempDir Path folder)
      throws IOException {
    float[] pixels = pixels(width, height);
    Path file = folder.resolve("a.tif");
    write(file, pixels, width, 1);
    assertTrue(OutputMark.isOnFile(file));
    ImagePlus image = IJ.openImage(file.toString());
    assertEquals(width, image.getWidth());
    assertSameBits(pixels, (float[]) image.getProcessor().getPixels());
    ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(in);
      Raster raster = reader.read(0).getRaster();
      assertSameBits(pixels, raster.getSamples(0, 0, width, height, 0, (float[]) null));
    } finally {
      reader.dispose();
    }
  }

  /** All that is no number is alike. */
  private static void assertSameBits(float[] expected, float[] actual) {
    int[] wanted = new int[expected.length];
    int[] found = new int[actual.length];
    for (int i = 0; i < wanted.length; i++) wanted[i] = Float.floatToIntBits(expected[i]);
    for (int i = 0; i < found.length; i++) found[i] = Float.floatToIntBits(actual[i]);
    assertArrayEquals(wanted, found);
  }

  @Test
  void imageJKnowsRangeAndPixelSize(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a.tif");
    write(file, new float[20 * 10], 20, 0.004, "unit=mm", "picture={\"left\":-3.5}");
    ImagePlus image = IJ.openImage(file.toString());
    assertEquals(0.004, image.getCalibration().pixelWidth, 1e-9);
    assertEquals(0.008, image.getCalibration().pixelHeight, 1e-9);
    assertEquals("mm", image.getCalibration().getUnit());
    assertEquals(HeatMap.TOP, image.getDisplayRangeMax());
    FileInfo info = new TiffDecoder(folder + "/", "a.tif").getTiffInfo()[0];
    assertTrue(info.description.contains("\npicture={\"left\":-3.5}\n"), info.description);
    assertFalse(info.description.contains("rounded"), info.description);
  }

  @Test
  void whatRepeatsTakesNoRoom(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a.tif");
    write(file, new float[2000 * 1000], 2000, 1);
    assertTrue(Files.size(file) < 2000 * 1000 * 4 / 100, Files.size(file) + " bytes");
  }
}
