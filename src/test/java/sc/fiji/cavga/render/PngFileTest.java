package sc.fiji.cavga.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngFileTest {

  @Test
  void picturesAreWholePngFiles() throws IOException {
    int[] rgb = new Random(5).ints(7 * 300, 0, 1 << 24).toArray();
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(PngFile.bytes(rgb, 7)));
    assertEquals(300, image.getHeight());
    for (int i = 0; i < rgb.length; i++)
      assertEquals(0xff000000 | rgb[i], image.getRGB(i % 7, i / 7));
  }
}
