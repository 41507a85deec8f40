package sc.fiji.cavga.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.process.ColorProcessor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import sc.fiji.cavga.io.AtomicFile;
import sc.fiji.cavga.io.OutputMark;

class PngFileTest {

  @Test
  void resultsAreMarkedAndTheSamePixels(@TempDir Path folder) throws IOException {
    BufferedImage drawn = new BufferedImage(7, 9, BufferedImage.TYPE_BYTE_GRAY);
    drawn.setRGB(3, 4, 0xff808080);
    Path plain = folder.resolve("plain.png");
    Path result = folder.resolve("result.png");
    AtomicFile.write(plain, out -> PngFile.write(drawn, out));
    AtomicFile.write(result, out -> PngFile.writeResult(drawn, out));
    assertFalse(OutputMark.isOnFile(plain));
    assertTrue(OutputMark.isOnFile(result));
    BufferedImage read = ImageIO.read(result.toFile());
    for (int y = 0; y < 9; y++)
      for (int x = 0; x < 7; x++) assertEquals(drawn.getRGB(x, y), read.getRGB(x, y));
    // A decoder that heeds checksums takes the text for what it says.
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(result.toFile())) {
      reader.setInput(in);
      NodeList texts =
          ((Element) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0"))
              .getElementsByTagName("tEXtEntry");
      assertEquals(OutputMark.TEXT, ((Element) texts.item(0)).getAttribute("value"));
    } finally {
      reader.dispose();
    }
  }

  @Test
  void picturesAreWholePngFiles() throws IOException {
    int[] rgb = new Random(5).ints(7 * 300, 0, 1 << 24).toArray();
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(PngFile.bytes(rgb, 7)));
    assertEquals(300, image.getHeight());
    for (int i = 0; i < rgb.length; i++)
      assertEquals(0xff000000 | rgb[i], image.getRGB(i % 7, i / 7));
  }

  /** Smooth as photographs are: files are not larger than those that ImageIO writes. */
  @Test
  void coloursAreMarkedAndTheSamePixels(@TempDir Path folder) throws IOException {
    ColorProcessor painted = new ColorProcessor(301, 200);
    Random random = new Random(7);
    for (int y = 0; y < 200; y++)
      for (int x = 0; x < 301; x++)
        painted.set(x, y, 0xff000000 | (x * y / 400 + random.nextInt(3)) << 16 | (x / 2) << 8 | y);
    Path result = folder.resolve("result.png");
    AtomicFile.write(result, out -> PngFile.writeResult(painted, out));
    assertTrue(OutputMark.isOnFile(result));
    BufferedImage read = ImageIO.read(result.toFile());
    assertArrayEquals((int[]) painted.getPixels(), read.getRGB(0, 0, 301, 200, null, 0, 301));
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    PngFile.writeResult(painted, again);
    assertArrayEquals(Files.readAllBytes(result), again.toByteArray());
    ByteArrayOutputStream usual = new ByteArrayOutputStream();
    PngFile.writeResult(painted.getBufferedImage(), usual);
    assertTrue(again.size() < usual.size(), again.size() + " and " + usual.size());
  }
}
