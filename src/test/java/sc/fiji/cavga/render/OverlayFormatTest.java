package sc.fiji.cavga.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.process.ColorProcessor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import sc.fiji.cavga.io.AtomicFile;
import sc.fiji.cavga.io.OutputMark;

class OverlayFormatTest {

  private static ColorProcessor slopes() {
    ColorProcessor picture = new ColorProcessor(200, 100);
    for (int y = 0; y < 100; y++)
      for (int x = 0; x < 200; x++) picture.set(x, y, 0xff000000 | x << 16 | y << 8 | (x + y) / 2);
    return picture;
  }

  @ParameterizedTest
  @EnumSource(OverlayFormat.class)
  void aPictureIsMarkedAndLooksTheSame(OverlayFormat format, @TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("a" + format.extension());
    AtomicFile.write(file, out -> format.write(slopes(), out));
    assertTrue(OutputMark.isOnFile(file));
    BufferedImage read = ImageIO.read(file.toFile());
    assertEquals(200, read.getWidth());
    int worst = 0;
    for (int y = 0; y < 100; y++)
      for (int x = 0; x < 200; x++)
        for (int shift = 0; shift < 24; shift += 8)
          worst =
              Math.max(
                  worst,
                  Math.abs(
                      (read.getRGB(x, y) >> shift & 255) - (slopes().get(x, y) >> shift & 255)));
    assertTrue(worst <= (format == OverlayFormat.PNG ? 0 : 12), "by " + worst);
    assertEquals(format, OverlayFormat.of(format.label()));
  }

  /** A decoder that looks at comments takes the mark for one. */
  @Test
  void theMarkOfAJpegIsItsComment(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a.jpg");
    AtomicFile.write(file, out -> OverlayFormat.JPEG.write(slopes(), out));
    byte[] bytes = Files.readAllBytes(file);
    assertEquals("ffd8ffe0", String.format("%08x", java.nio.ByteBuffer.wrap(bytes).getInt()));
    ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(in);
      Node comment =
          ((Element) reader.getImageMetadata(0).getAsTree("javax_imageio_jpeg_image_1.0"))
              .getElementsByTagName("com")
              .item(0);
      assertEquals(OutputMark.TEXT, ((Element) comment).getAttribute("comment"));
    } finally {
      reader.dispose();
    }
  }

  @Test
  void anUnknownFormatIsNamed() {
    assertEquals(
        "There is no overlay format \"bmp\"; choose png or jpeg.",
        assertThrows(IllegalArgumentException.class, () -> OverlayFormat.of("bmp")).getMessage());
  }
}
